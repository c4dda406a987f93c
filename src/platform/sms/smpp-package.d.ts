/** The part of the `smpp` package that we use; it ships no types of its own. */
declare module "smpp" {
  import type { Server as NetServer, Socket } from "node:net";

  export type Pdu = {
    command: string;
    /** 0 when all is well, else one of `errors`. */
    command_status: number;
    sequence_number: number;
    system_id?: string;
    password?: string;
    message_id?: string;
    source_addr_ton?: number;
    source_addr?: string;
    dest_addr_ton?: number;
    destination_addr?: string;
    esm_class?: number;
    data_coding?: number;
    registered_delivery?: number;
    short_message?: { message: string | Buffer; udh?: Buffer[] };
    receipted_message_id?: string;
    message_state?: number;
    isResponse(): boolean;
    response(fields?: Fields): Pdu;
  };

  export type Fields = Readonly<Record<string, string | number | Buffer>>;
  export type Answered = (answer: Pdu) => void;
  /** False when the connection can no longer be written to: the answer never comes. */
  export type Ask = (fields: Fields, answered: Answered) => boolean;

  export type Session = {
    socket: Socket;
    on(event: "connect" | "secureConnect" | "close", listener: () => void): Session;
    on(event: "error", listener: (error: Error) => void): Session;
    on(event: string, listener: (pdu: Pdu) => void): Session;
    once(event: "close", listener: () => void): Session;
    off(event: "close", listener: () => void): Session;
    setMaxListeners(count: number): Session;
    bind_transceiver: Ask;
    submit_sm: Ask;
    deliver_sm: Ask;
    enquire_link: Ask;
    unbind: Ask;
    send(pdu: Pdu): boolean;
    close(closed?: () => void): void;
    destroy(closed?: () => void): void;
  };

  export type Server = NetServer & { sessions: Session[] };

  const smpp: {
    connect(options: { host: string; port: number; tls: boolean }, connected: () => void): Session;
    createServer(options: { key?: string; cert?: string }, listener: (session: Session) => void): Server;
    errors: Readonly<Record<string, number>>;
    encodings: { ASCII: { decode(bytes: Buffer): string } };
  };
  export default smpp;
}
