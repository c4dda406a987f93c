type KeySet = { keys: readonly { kid?: string }[] };

/** Minutes for which a provider's keys are believed without asking again. */
const freshMinutes = 10;

/** How often in a minute an unknown key makes us ask: a provider changes keys rarely, whoever invents names does not. */
const asksPerMinute = 5;

/** A provider's public keys, kept between requests; one that is not known is asked for, as when the provider changed keys. */
export function signingKeys(clock: () => Date) {
  let known: { text: string; names: ReadonlySet<string>; at: number } | undefined;
  let asked: number[] = [];

  const mayAsk = (now: number) => {
    asked = asked.filter((at) => now - at < 60_000);
    return asked.length < asksPerMinute;
  };

  return {
    /** The set that holds the key of that name, else the newest there is; `ask` fetches it from the provider. */
    holding: async (name: string | undefined, ask: () => Promise<Response>): Promise<Response> => {
      const now = clock().getTime();
      const isFresh = known !== undefined && now - known.at < freshMinutes * 60_000;
      const isKnown = name === undefined || known?.names.has(name) === true;
      if (known && isFresh && (isKnown || !mayAsk(now))) return answerWith(known.text);
      if (!isKnown) asked.push(now);
      const response = await ask();
      if (response.status !== 200) return response;
      const text = await response.text();
      const names = namesIn(text);
      if (names) known = { text, names, at: now };
      return answerWith(text);
    },
  };
}

const answerWith = (text: string) => new Response(text, { headers: { "content-type": "application/json" } });

/** Undefined for what is no set of keys: the library says what is wrong with it, and it is not kept. */
function namesIn(text: string): Set<string> | undefined {
  try {
    const { keys } = JSON.parse(text) as KeySet;
    return new Set(keys.flatMap(({ kid }) => (kid === undefined ? [] : [kid])));
  } catch {
    return undefined;
  }
}
