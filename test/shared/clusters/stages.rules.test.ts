import { describe, expect, test } from 'vitest';
import { PERMISSIONS } from '#shared/accounts/permissions.ts';
import { stageKind } from '#shared/clusters/clusters.schema.ts';
import {
  ACT_LABELS,
  earlyReasons,
  lateDaysOf,
  PHASE_OF,
  PHASES,
  phaseOn,
  rolesOf,
  STAGE_ACTS,
} from '#shared/clusters/stages.rules.ts';
import { vietnamDate } from '#shared/core/dates.ts';

describe('the table of what is done in a stage', () => {
  const acts = stageKind.options.flatMap((kind) => STAGE_ACTS[kind]);

  test('has a word and somebody for every act, out of the table of rights', () => {
    for (const act of acts) {
      expect(ACT_LABELS[act.procedure], act.procedure).toBeDefined();
      expect(Object.hasOwn(PERMISSIONS, act.procedure), act.procedure).toBe(true);
      expect(rolesOf(act), act.procedure).not.toEqual([]);
    }
  });

  test('says who: a member’s reporter sends, the standing office receives, the organiser archives', () => {
    const rolesFor = (procedure: string) => rolesOf(acts.find((act) => act.procedure === procedure)!);
    expect(rolesFor('reports.send')).toEqual(['reporter']);
    expect(rolesFor('reports.receive')).toEqual(['specialist', 'approver']);
    expect(rolesFor('clusters.archiveYear')).toEqual(['admin', 'specialist', 'approver']);
  });

  test('leads every stage to a step of the year, and every step has a stage', () => {
    expect(new Set(Object.values(PHASE_OF))).toEqual(new Set(PHASES));
  });
});

describe('the edges of a stage', () => {
  const stage = { name: 'Báo cáo năm', opensOn: '2024-12-01', closesOn: '2024-12-15' };
  const early = (utc: string) =>
    earlyReasons('reports.send', 'year-end-report', stage, vietnamDate(new Date(utc))).map(({ code }) => code);
  const late = (utc: string) =>
    lateDaysOf('reports.send', 'year-end-report', stage.closesOn, vietnamDate(new Date(utc)));

  test('it opens at 00:00:00 of Việt Nam', () => {
    expect(early('2024-11-30T16:59:59.999Z')).toEqual(['stage.not-open']);
    expect(early('2024-11-30T17:00:00.000Z')).toEqual([]);
  });

  test('it closes after 23:59:59 of Việt Nam', () => {
    expect(late('2024-12-15T16:59:59.999Z')).toBe(0);
    expect(late('2024-12-15T17:00:00.000Z')).toBe(1);
    expect(late('2024-12-18T03:00:00.000Z')).toBe(3);
  });

  test('what the table leaves open is neither early nor late; a year without the stage has no edge', () => {
    expect(earlyReasons('reports.saveCells', 'year-end-report', stage, '2024-01-01')).toEqual([]);
    expect(earlyReasons('reports.send', 'year-end-report', undefined, '2024-01-01')).toEqual([]);
    expect(lateDaysOf('reports.saveCells', 'year-end-report', stage.closesOn, '2025-01-01')).toBe(0);
    expect(lateDaysOf('reports.send', 'year-end-report', null, '2025-01-01')).toBe(0);
  });
});

test('where the year is: the furthest step under way, else the next one, else the last', () => {
  const plan = [
    { kind: 'launch' as const, opensOn: '2024-01-05', closesOn: '2024-01-10' },
    { kind: 'pledge' as const, opensOn: '2024-02-01', closesOn: '2024-03-31' },
    { kind: 'guidance' as const, opensOn: '2024-03-01', closesOn: '2024-04-30' },
  ];
  expect(phaseOn(plan, '2024-01-01')).toBe('launch');
  expect(phaseOn(plan, '2024-01-20')).toBe('pledge');
  expect(phaseOn(plan, '2024-03-15')).toBe('year-end');
  expect(phaseOn(plan, '2025-01-01')).toBe('year-end');
  expect(phaseOn([], '2024-01-01')).toBeNull();
});
