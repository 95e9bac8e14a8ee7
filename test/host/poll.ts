/**
 * Asks again and again until `probe` answers with something other than undefined, and resolves with that.
 * Rejects at the deadline, saying what was waited for. For conditions that announce themselves by no event.
 */
export async function poll<T>(
  what: string,
  probe: () => T | undefined | Promise<T | undefined>,
  deadlineMs = 60_000,
): Promise<T> {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${deadlineMs / 1000} s in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

const pauseMs = 50;
