import type { Logger } from '../core';

/** A mistake of ours in one answer is logged with its stack and costs that answer alone. */
export function guarded<Params extends unknown[], Result>(
  logger: Logger,
  name: string,
  fallback: Result,
  answer: (...params: Params) => Result | Promise<Result>,
): (...params: Params) => Promise<Result> {
  return async (...params) => {
    try {
      return await answer(...params);
    } catch (error) {
      logger.error(`Answering ${name} failed`, error);
      return fallback;
    }
  };
}
