import { z } from "zod";

const bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+$/);

const credential = { id: bytes, rawId: bytes, type: z.literal("public-key") };

/** What a browser sends when a passkey was made. What we do not read is dropped. */
const creation = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});

/** What a browser sends when a passkey signed. */
const assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
});

/** What the browser itself says of the act, signed with the rest. */
const clientData = z.object({ challenge: bytes, origin: z.string() });

export type Answer<Response> = Response & {
  clientExtensionResults: Record<string, never>;
  said: z.infer<typeof clientData>;
};

/** Reads what the form of a new passkey carries; undefined when it is not what a browser makes. */
export const readCreation = (text: string) => read(creation, text);

/** Reads what the form of a passkey that signed carries; undefined when it is not what a browser makes. */
export const readAssertion = (text: string) => read(assertion, text);

function read<T extends { response: { clientDataJSON: string } }>(
  schema: z.ZodType<T>,
  text: string,
): Answer<T> | undefined {
  const answer = schema.safeParse(parsed(text));
  if (!answer.success) return undefined;
  const said = clientData.safeParse(
    parsed(Buffer.from(answer.data.response.clientDataJSON, "base64url").toString()),
  );
  return said.success ? { ...answer.data, clientExtensionResults: {}, said: said.data } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
