import { z } from 'zod';
import { type Day, parseDay } from '#app/domain/days.ts';
import { CATEGORIES } from '#app/domain/types.ts';

/** What stands in the YAML files of a school, whatever they are about. */

export const day = z
  .string()
  .refine((text) => parseDay(text) !== null, 'enter a day that exists, like 2026-09-01')
  .transform((text) => text as Day);

export const key = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and hyphens');

export const words = z.string().trim().min(1, 'say something here').max(5_000);

/** Left out, or null: null. */
export const maybe = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value) => value ?? null);

export const audience = z
  .strictObject({
    categories: z.array(z.enum(CATEGORIES)).default([]),
    kinds: z.array(key).default([]),
  })
  .refine(({ categories, kinds }) => categories.length + kinds.length > 0, 'say for whom it is');
