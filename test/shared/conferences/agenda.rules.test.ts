import { describe, expect, test } from 'vitest';
import { agendaLineText, agendaReasons, moveLine, readTime } from '#shared/conferences/agenda.rules.ts';

const line = (startsAt: string, content = 'Khai mạc') => ({ startsAt, content, speaker: '', note: '' });

describe('a time as people type it', () => {
  test.each([
    ['7h30', '07:30'],
    ['7:30', '07:30'],
    ['07.30', '07:30'],
    ['0730', '07:30'],
    ['7 giờ 30', '07:30'],
    ['7 giờ 30 phút', '07:30'],
    ['8h', '08:00'],
    ['8 giờ', '08:00'],
    ['23:59', '23:59'],
    [' 8H15 ', '08:15'],
  ])('%s is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  test.each(['', '8', '24:00', '7:60', '7h5', 'sáng', '730', '12:30:00'])('%j is no time', (typed) => {
    expect(readTime(typed)).toBeUndefined();
  });
});

describe('a programme', () => {
  test('in order, with gaps and two lines at once, is fine', () => {
    expect(agendaReasons([line('07:30'), line('10:15'), line('10:15'), line('11h25')])).toEqual([]);
  });

  test('a line before the one above is named with both', () => {
    expect(agendaReasons([line('08:15', 'Khai mạc'), line('7h45', 'Văn nghệ')])).toEqual([
      {
        code: 'agenda.out-of-order',
        field: 'items.1.startsAt',
        facts: { position: 2, time: '07:45', content: 'Văn nghệ', before: 'Khai mạc', beforeTime: '08:15' },
      },
    ]);
  });

  test('a line without a time or without content says which', () => {
    expect(agendaReasons([line('sáng'), line('08:00', '')])).toMatchObject([
      { code: 'agenda.time', field: 'items.0.startsAt', facts: { position: 1, typed: 'sáng' } },
      { code: 'agenda.no-content', field: 'items.1.content', facts: { position: 2 } },
    ]);
  });

  test('a line moved up takes the hour of its new place', () => {
    const moved = moveLine([line('07:30', 'A'), line('08:00', 'B'), line('09:00', 'C')], 2, 1);
    expect(moved.map(agendaLineText)).toEqual(['07:30 A', '08:00 C', '09:00 B']);
    expect(moveLine([line('07:30', 'A')], 0, 1).map(agendaLineText)).toEqual(['07:30 A']);
  });
});
