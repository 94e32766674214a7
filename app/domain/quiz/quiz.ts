import type { Audience } from '../types.ts';

/** So many questions of a topic. */
export type QuizPart = { topic: string; count: number };

/** When somebody who failed may try again. */
export const RETRY_RULES = ['at-once', 'next-day'] as const;
export type RetryRule = (typeof RETRY_RULES)[number];

/** A quiz as a school sets it. */
export type Quiz = {
  key: string;
  title: string;
  about: string;
  parts: QuizPart[];
  /** So many right answers pass, if every must-pass question is among them. */
  passMark: number;
  /** At least so many of the questions drawn are must-pass ones. */
  mustPassAtLeast: number;
  audience: Audience;
  /** The key of the requirement that a pass completes; null: nothing. */
  requirement: string | null;
  allowsPractice: boolean;
  retry: RetryRule;
};

/** How many questions an attempt has. */
export function lengthOf({ parts }: Pick<Quiz, 'parts'>): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}
