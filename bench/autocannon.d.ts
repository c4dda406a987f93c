/** The part of the `autocannon` package that we use; it ships no types of its own. */
declare module "autocannon" {
  type Options = {
    url: string;
    connections: number;
    duration: number;
    requests: { method: "GET"; path: string; headers: Record<string, string> }[];
  };
  type Result = {
    errors: number;
    non2xx: number;
    requests: { average: number };
    latency: { p99: number };
  };
  export default function autocannon(options: Options): Promise<Result>;
}
