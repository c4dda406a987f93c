import DataLoader from "dataloader";

/** As many as go into one statement. */
const atMost = 64;

/**
 * Asks once for what several requests ask within the same turn of the event loop: under load, one statement serves many;
 * alone, a request waits for nobody. `askAll` answers in the order asked; when it throws, each of them is told.
 */
export function together<Asked, Answer>(
  askAll: (asked: readonly Asked[]) => Promise<Answer[]>,
): (asked: Asked) => Promise<Answer> {
  const loader = new DataLoader<Asked, Answer>(askAll, {
    // An answer holds for the moment it was asked at, and for no later one.
    cache: false,
    maxBatchSize: atMost,
    batchScheduleFn: (go) => void setImmediate(go),
  });
  return (asked) => loader.load(asked);
}
