import multipart, { type Multipart, type MultipartFile } from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { openRoom, type Place } from "./room.ts";
import { uploadLimits } from "./rules.ts";

/** A file as it came, trusted in nothing. */
export type Received = {
  /** The field of the form it came in. */
  field: string;
  /** As the sender calls it. */
  name: string;
  /** The media type that the sender declares, in small letters. */
  declared: string;
  /** Empty where the file is too large. */
  bytes: Buffer;
  tooLarge: boolean;
};

declare module "fastify" {
  interface FastifyContextConfig {
    /** The fields in which the route's form may carry a file. Without it a form with files is refused. */
    uploads?: readonly string[];
  }
  interface FastifyRequest {
    uploads: readonly Received[] | undefined;
  }
}

const MB = 1024 * 1024;

/** What the files of all the forms under way may take of the memory. */
const roomLimits = { bytes: 256 * MB, atOnce: 40, fromOneAddress: 4 };

/** Forms with files that one address may send in 10 minutes. */
const formsFromOneAddress = 60;

/** Bytes of one request beyond which it is not even read. */
const longestRequest = 64 * MB;

/** Milliseconds: a photo takes a while on a slow line, and what is then done with it a little more. */
const patience = { receiving: 240_000, answering: 280_000 };

/** Files taken from one form before the rest is left unread: one more than allowed, for the person to be told. */
const filesRead = uploadLimits.files + 1;

const parserLimits = {
  fileSize: uploadLimits.bytes,
  files: 20,
  fields: 100,
  fieldNameSize: 100,
  fieldSize: 64 * 1024,
  parts: 120,
  headerPairs: 20,
};

/**
 * Reads forms that carry files, before anything looks at their fields: routes then find those in the body, as of any
 * form, and the files in `request.uploads`. Needs the plugin of rate limits.
 */
export async function receiveUploads(app: FastifyInstance): Promise<void> {
  await app.register(multipart, { throwFileSizeLimit: false, limits: parserLimits });
  app.decorateRequest("uploads");
  const limit = app.createRateLimit({ max: formsFromOneAddress, timeWindow: "10 minutes" });
  const room = openRoom(roomLimits);
  app.addHook("onRoute", (route) => {
    if (route.config?.uploads) route.handlerTimeout = patience.answering;
  });
  app.addHook("preValidation", async (request, reply) => {
    if (!request.isMultipart()) return;
    const fields = request.routeOptions.config.uploads;
    if (!fields) throw fault("This form may carry no file", 415);
    if (Number(request.headers["content-length"]) > longestRequest) throw tooLong(reply);
    const counted = await limit(request);
    if (!counted.isAllowed && counted.isExceeded) throw fault("Too many files from one address", 429);
    const place = room.enter(request.ip);
    reply.raw.once("close", place.leave);
    await inTime(reply, readForm(request, fields, place));
  });
}

const fault = (message: string, statusCode: number) => Object.assign(new Error(message), { statusCode });

/** What remains of the request is not waited for. */
function tooLong(reply: FastifyReply) {
  reply.header("connection", "close");
  return fault("The request is too long", 413);
}

async function inTime(reply: FastifyReply, reading: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reply.header("connection", "close");
      reject(fault("The files took too long", 408));
    }, patience.receiving);
  });
  await Promise.race([reading, late]).finally(() => clearTimeout(timer));
}

async function readForm(request: FastifyRequest, fields: readonly string[], place: Place): Promise<void> {
  const body = new Map<string, unknown>();
  const uploads: Received[] = [];
  try {
    for await (const part of request.parts()) {
      if (part.type === "field") addField(body, part);
      else if (isChosen(part) && fields.includes(part.fieldname) && uploads.length < filesRead)
        uploads.push(await readFile(part, place));
      else part.file.resume();
    }
  } catch (error) {
    throw unreadable(error as Error);
  }
  request.body = Object.fromEntries(body);
  request.uploads = uploads;
}

/** A field named twice is a list, as in forms without files. */
function addField(body: Map<string, unknown>, part: Extract<Multipart, { type: "field" }>) {
  if (part.valueTruncated || part.fieldnameTruncated) throw fault("A field is too long", 413);
  const before = body.get(part.fieldname);
  const value = before === undefined ? part.value : [before, part.value].flat();
  body.set(part.fieldname, value);
}

/** A field for a file left empty is sent without a name. */
const isChosen = (part: MultipartFile) => Boolean(part.filename);

async function readFile(part: MultipartFile, place: Place): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of part.file) {
    place.take((chunk as Buffer).length);
    chunks.push(chunk as Buffer);
  }
  const tooLarge = part.file.truncated;
  return {
    field: part.fieldname,
    name: part.filename,
    declared: part.mimetype.toLowerCase(),
    bytes: tooLarge ? Buffer.alloc(0) : Buffer.concat(chunks),
    tooLarge,
  };
}

/** What the parser stumbles on is the sender's doing, unless it says otherwise. */
const unreadable = (error: Error & { statusCode?: number }) =>
  error.statusCode ? error : fault(error.message, 400);
