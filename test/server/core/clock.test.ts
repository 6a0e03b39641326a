import { expect, test } from 'vitest';
import { BusinessClock } from '#server/core/clock.ts';
import { vietnamDate } from '#shared/core/dates.ts';

/** 00:30 of 22/11/2026 in Việt Nam, still the 21st in London. */
const JUST_AFTER_MIDNIGHT = () => new Date('2026-11-21T17:30:00.000Z');

test('without a demo day the clock is the real one', () => {
  expect(new BusinessClock(null, JUST_AFTER_MIDNIGHT).now()).toEqual(JUST_AFTER_MIDNIGHT());
});

test('the demo day stands while the hours of Việt Nam run', () => {
  const clock = new BusinessClock('2024-03-01', JUST_AFTER_MIDNIGHT);

  expect(clock.now().toISOString()).toBe('2024-02-29T17:30:00.000Z');
  expect(vietnamDate(clock.now())).toBe('2024-03-01');
});

test('the demo day can be moved and let go', () => {
  const clock = new BusinessClock('2024-03-01', JUST_AFTER_MIDNIGHT);
  clock.demoToday = '2024-03-05';
  expect(vietnamDate(clock.now())).toBe('2024-03-05');
  clock.demoToday = null;
  expect(vietnamDate(clock.now())).toBe('2026-11-22');
});
