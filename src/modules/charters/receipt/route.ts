import { z } from "zod";
import type { Sentence } from "../../../../law/language.ts";
import type { App } from "../../../platform/http/server.ts";
import { drawPdf } from "../../../platform/pdf.ts";
import { answer, shellOf } from "../../../site/shell.ts";
import type { World } from "../../../world.ts";
import { callName, visitorOf } from "../../identity/index.ts";
import { receiptPage, receiptsPage } from "./page.ts";
import { receiptPaper } from "./paper.ts";
import { receiptOf, receiptsOf, verifyReceipt } from "./receipt.ts";
import { verifyPage } from "./verify-page.ts";

const which = z.object({ number: z.string().max(40) });
const field = z.string().max(100).default("");
const typed = z.object({ number: field, code: field });

/** The proof of what a person accepted (CN-04): theirs to see even where a newer text is still to be accepted. */
export function receiptRoutes(app: App, world: World) {
  const config = { opens: "session" } as const;
  const { timeZone } = world.institution;

  app.get("/charters/receipts", { config }, async (request, reply) => {
    const receipts = await receiptsOf(world, visitorOf(request).person.personId);
    return answer(reply, receiptsPage({ shell: shellOf(request, reply), receipts, timeZone }));
  });

  app.get("/charters/receipts/:number", { config, schema: { params: which } }, async (request, reply) => {
    const { person } = visitorOf(request);
    const receipt = await receiptOf(world, person.personId, request.params.number);
    if (!receipt) return reply.callNotFound();
    return answer(
      reply,
      receiptPage({ shell: shellOf(request, reply), receipt, name: callName(person), timeZone }),
    );
  });

  app.get(
    "/charters/receipts/:number/receipt.pdf",
    { config, schema: { params: which } },
    async (request, reply) => {
      const { person } = visitorOf(request);
      const receipt = await receiptOf(world, person.personId, request.params.number);
      if (!receipt) return reply.callNotFound();
      const about = { language: request.language, name: callName(person), institution: world.institution };
      return reply
        .type("application/pdf")
        .header("cache-control", "no-store")
        .header("content-disposition", `attachment; filename="${receipt.acceptance.receipt}.pdf"`)
        .send(await drawPdf(receiptPaper(receipt, about)));
    },
  );

  app.get("/charters/receipts/verify", { config: { opens: "public" } }, (request, reply) =>
    answer(reply, verifyPage({ shell: shellOf(request, reply), timeZone })),
  );

  app.post(
    "/charters/receipts/verify",
    { config: { opens: "public", credential: true }, schema: { body: typed } },
    async (request, reply) => {
      const verified = await verifyReceipt(world, request.body);
      const shell = shellOf(request, reply);
      const page = verified ? { verified } : { typed: request.body, refused: sentences.unknown };
      return answer(reply, verifyPage({ shell, timeZone, ...page }), verified ? 200 : 422);
    },
  );
}

const sentences = {
  unknown: {
    fr: "Ce numéro et ce code ne vont pas ensemble. Recopiez-les du reçu, les deux en entier. Si cela ne change rien, ce reçu n’est pas de nous : ne vous y fiez pas, et appelez-nous.",
    en: "This number and this code do not go together. Copy both from the receipt, in full. If that changes nothing, the receipt is not ours: do not trust it, and call us.",
  },
} satisfies Record<string, Sentence>;
