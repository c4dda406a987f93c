import { connect } from "node:net";

/** What an antivirus says of a file. Anything but a plain answer is none: the file is then not taken (SEC-13). */
export type Verdict = "clean" | "infected" | "no answer";

export type Antivirus = (bytes: Buffer) => Promise<Verdict>;

/** Where clamd listens. */
export type Clamd = { host: string; port: number } | { path: string };

/** Milliseconds clamd may take for one file, waiting for its turn included. */
const patience = 15_000;

/** Longer than any answer of clamd, which names one virus. */
const longestAnswer = 1000;

/** Where the operator chose to do without one. */
export const noAntivirus: Antivirus = async () => "clean";

/**
 * Sends each file to clamd (`zINSTREAM`: a length of four bytes, the file, a length of zero) and reads its one line,
 * ended by a zero byte. Never rejects: what goes wrong is told to `report`, and the verdict is "no answer".
 */
export const askClamd =
  (clamd: Clamd, report: (error: Error) => void, milliseconds = patience): Antivirus =>
  (bytes) =>
    new Promise((resolve) => {
      const socket = connect(clamd);
      let said = "";
      const end = (verdict: Verdict, why: string) => {
        clearTimeout(tooLate);
        socket.removeAllListeners("close").destroy();
        if (verdict === "no answer") report(new Error(`The antivirus gave no verdict: ${why}`));
        resolve(verdict);
      };
      const tooLate = setTimeout(() => end("no answer", "too late"), milliseconds);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      socket.setEncoding("latin1");
      socket.on("error", (error) => end("no answer", error.message));
      socket.on("close", () => end("no answer", "it hung up"));
      socket.on("data", (text: string) => {
        said += text;
        const stop = said.indexOf("\0");
        if (stop >= 0) end(verdictOf(said.slice(0, stop)), said.slice(0, stop));
        else if (said.length > longestAnswer) end("no answer", "it does not speak clamd’s language");
      });
      socket.write(Buffer.concat([Buffer.from("zINSTREAM\0"), length]));
      socket.write(bytes);
      socket.write(Buffer.alloc(4));
    });

const verdictOf = (answer: string): Verdict =>
  answer === "stream: OK" ? "clean" : /^stream: .+ FOUND$/.test(answer) ? "infected" : "no answer";
