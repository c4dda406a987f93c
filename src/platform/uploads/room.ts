/** How much room uploads may take at a time, all together and for one address. */
export type RoomLimits = { bytes: number; atOnce: number; fromOneAddress: number };

/** One upload's place in the room. */
export type Place = {
  /** Takes so many bytes more; throws 503 when the room is full. */
  take: (bytes: number) => void;
  /** Gives everything back; doing it twice is as good as once. */
  leave: () => void;
};

/** Bounds the memory of files under way (SEC-13). `enter` throws 429 where one address holds too much of it, 503 when it is full. */
export function openRoom(limits: RoomLimits): { enter: (address: string) => Place } {
  const addresses = new Map<string, number>();
  const held = { bytes: 0, count: 0 };
  const enter = (address: string): Place => {
    const here = addresses.get(address) ?? 0;
    if (here >= limits.fromOneAddress) throw full("Too many files at once from one address", 429);
    if (held.count >= limits.atOnce) throw full("Too many forms with files at once", 503);
    addresses.set(address, here + 1);
    held.count += 1;
    let taken = 0;
    let inside = true;
    return {
      take: (bytes) => {
        if (held.bytes + bytes > limits.bytes)
          throw full("The files under way fill the memory set aside", 503);
        held.bytes += bytes;
        taken += bytes;
      },
      leave: () => {
        if (!inside) return;
        inside = false;
        held.count -= 1;
        held.bytes -= taken;
        const left = (addresses.get(address) ?? 1) - 1;
        if (left > 0) addresses.set(address, left);
        else addresses.delete(address);
      },
    };
  };
  return { enter };
}

const full = (message: string, statusCode: number) => Object.assign(new Error(message), { statusCode });
