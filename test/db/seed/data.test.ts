import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { awardKind, awardLevel, awardVersionRules, type Certainty, certainty } from '#shared/awards/awards.schema.ts';
import { type AwardVersion, prizeFor, versionOn } from '#shared/awards/prize.rules.ts';
import { addDays, isIsoDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import { idOf } from '#shared/core/ids.ts';

type Span = { validFrom: string | null; validTo: string | null };
type Unit = Span & {
  id: string;
  kind: string;
  name: string;
  fullName: string;
  names: (Span & { name: string; fullName: string })[];
  codes: (Span & { scheme: string; code: string })[];
};
type Lineage = { ancestorId: string; descendantId: string; fromOn: string; sharePermille: number };
type Version = Omit<AwardVersion, 'json'> & { json: unknown };
type Form = {
  code: string;
  kind: string;
  level: string;
  name: string;
  appliesTo: string[];
  position: number;
  versions: Version[];
};
type BaseSalary = {
  id: string;
  validFrom: string;
  validTo: string | null;
  amountVnd: number;
  source: string;
  certainty: Certainty;
};
type ByUnit = Record<string, number | null>;
type Indicator = {
  code: string;
  aggregation: string;
  decimals: number;
  isHeadline: boolean;
  weightIndicatorCode: string | null;
  lastYear: ByUnit;
  target: ByUnit;
  actual: ByUnit;
  nextTarget: ByUnit;
  endOfLastYear?: ByUnit;
  endOfYear?: ByUnit;
  households?: ByUnit;
};
type Recipient = {
  id: string;
  recipientKind: 'individual' | 'collective';
  unitId: string;
  name: string;
  printedPlace: string;
  sex: string | null;
  ethnicity: string | null;
  personClass: string | null;
  areaClass: string;
  isBorderArea: boolean;
  isSmallCollective: boolean;
  proposalOn: string;
  registerNumber: number;
  expected: { coefficientHundredths: number; prizeVnd: number };
};
type Demo = {
  cluster: { clusterId: string; memberUnitIds: string[]; movementIds: string[]; chairUnitId: string };
  nextYear: { isInvented: boolean; pledgeSigners: { unitId: string }[] };
  stages: { kind: string; opensOn: string; closesOn: string }[];
  indicators: Indicator[];
  expected: {
    totals: Record<string, number>;
    povertyReduction: { sum: number; mean: number; weightedByHouseholds: number };
    nextTargetTotals: Record<string, number>;
    pledgeResults: Record<string, Record<string, string>>;
    careLens: Record<string, number>;
  };
  decision: { decidedOn: string; registerFrom: number; registerTo: number; expected: { totalPrizeVnd: number } };
  recipients: Recipient[];
};

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../db/seed/data/${name}.json`, import.meta.url), 'utf8')) as T;

const { units, lineage } = read<{ units: Unit[]; lineage: Lineage[] }>('units');
const { awardForms } = read<{ awardForms: Form[] }>('award-forms');
const { baseSalaries } = read<{ baseSalaries: BaseSalary[] }>('base-salary');
const { movements } = read<{ movements: { id: string; periodFrom: string; periodTo: string }[] }>('movements');
const { clusters } = read<{ clusters: { id: string; memberUnitIds: string[] }[] }>('clusters');
const demo = read<Demo>('demo-2023');

const unitById = new Map(units.map((unit) => [unit.id, unit]));
const holds = ({ validFrom, validTo }: Span, on: string) =>
  (validFrom ?? '') <= on && (validTo === null || on <= validTo);
const indicator = (code: string) => demo.indicators.find((one) => one.code === code)!;
const figures = (byUnit: ByUnit) => Object.values(byUnit).map((figure) => figure ?? Number.NaN);
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

describe('units', () => {
  test('there were 63 on 30/06/2025 and are 34 since 01/07/2025', () => {
    expect(units.filter((unit) => holds(unit, '2025-06-30'))).toHaveLength(63);
    expect(units.filter((unit) => holds(unit, '2025-07-01'))).toHaveLength(34);
    expect(unitById.size).toBe(86);
  });

  test('eleven lived through the reform under the same id', () => {
    const unchanged = units.filter((unit) => holds(unit, '2025-06-30') && holds(unit, '2025-07-01'));
    expect(unchanged.map(({ name }) => name).toSorted()).toEqual(
      [
        'Cao Bằng',
        'Hà Nội',
        'Hà Tĩnh',
        'Huế',
        'Lai Châu',
        'Lạng Sơn',
        'Nghệ An',
        'Quảng Ninh',
        'Sơn La',
        'Thanh Hóa',
        'Điện Biên',
      ].toSorted(),
    );
  });

  test('every unit that ended went whole into one that began the next day', () => {
    const ended = units.filter(({ validTo }) => validTo !== null);
    expect(lineage).toHaveLength(ended.length);
    for (const { ancestorId, descendantId, fromOn, sharePermille } of lineage) {
      expect(addDays(unitById.get(ancestorId)!.validTo!, 1)).toBe(fromOn);
      expect(unitById.get(descendantId)!.validFrom).toBe(fromOn);
      expect(sharePermille).toBe(1000);
    }
    expect(new Set(lineage.map(({ ancestorId }) => ancestorId)).size).toBe(52);
    expect(new Set(lineage.map(({ descendantId }) => descendantId)).size).toBe(23);
  });

  test('on any day a code means one unit; seven codes changed hands', () => {
    for (const day of ['2010-01-01', '2025-06-30', '2025-07-01', '2026-11-22']) {
      const codes = units.flatMap((unit) => unit.codes.filter((code) => holds(code, day)).map(({ code }) => code));
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes).toHaveLength(day < '2025-07-01' ? 63 : 34);
    }
    const nameOf = (code: string, day: string) =>
      units.find((unit) => unit.codes.some((row) => row.code === code && holds(row, day)))?.name;
    const moved = ['15', '24', '44', '52', '80', '82', '91'].map(
      (code) => `${nameOf(code, '2025-06-30')} > ${nameOf(code, '2025-07-01')}`,
    );
    expect(moved).toEqual([
      'Yên Bái > Lào Cai',
      'Bắc Giang > Bắc Ninh',
      'Quảng Bình > Quảng Trị',
      'Bình Định > Gia Lai',
      'Long An > Tây Ninh',
      'Tiền Giang > Đồng Tháp',
      'Kiên Giang > An Giang',
    ]);
  });

  test('names are composed, and the last one is the name of the unit', () => {
    for (const unit of units) {
      expect(unit.name.normalize('NFC')).toBe(unit.name);
      expect(unit.names.at(-1)).toMatchObject({ name: unit.name, fullName: unit.fullName, validTo: unit.validTo });
    }
  });
});

describe('award forms', () => {
  test('63 forms, each once, of a known kind and level', () => {
    expect(new Set(awardForms.map(({ code }) => code)).size).toBe(63);
    for (const form of awardForms) {
      expect(awardKind.safeParse(form.kind).success && awardLevel.safeParse(form.level).success).toBe(true);
      expect(idOf('AwardForm').safeParse(form.code).success).toBe(true);
    }
  });

  test('every version fits the schema, follows the one before and gives money only to those it applies to', () => {
    for (const { appliesTo, versions } of awardForms) {
      versions.forEach((version, at) => {
        const { coefficientHundredths, coefficientCertainty } = awardVersionRules.parse(version.json);
        expect(certainty.safeParse(version.certainty).success && isIsoDate(version.validFrom)).toBe(true);
        for (const kind of ['individual', 'collective', 'household'] as const) {
          expect(coefficientHundredths[kind] === null).toBe(coefficientCertainty[kind] === 'unknown');
          expect(coefficientHundredths[kind] === null || appliesTo.includes(kind)).toBe(true);
        }
        const before = versions[at - 1];
        if (before) expect(addDays(before.validTo!, 1)).toBe(version.validFrom);
      });
    }
  });

  test('Bằng khen of 2024 is probable for a person and from memory for a collective', () => {
    const ask = (recipientKind: 'individual' | 'collective' | 'household', onDate = '2024-02-27') =>
      prizeFor({ award: versionOfBkt(onDate), recipientKind, onDate, baseSalaries });
    expect(ask('individual')).toMatchObject({ coefficientHundredths: 150, prizeVnd: 2_700_000, certainty: 'probable' });
    expect(ask('collective')).toMatchObject({ coefficientHundredths: 300, prizeVnd: 5_400_000, certainty: 'memory' });
    expect(ask('household')).toEqual([{ code: 'prize.coefficient-unknown', facts: { decidedOn: '2024-02-27' } }]);
    expect(ask('individual', '2023-12-31')).toMatchObject({
      coefficientHundredths: 100,
      prizeVnd: 1_800_000,
      certainty: 'certain',
    });
    expect(ask('individual', '2026-07-01')).toMatchObject({
      rawVnd: 3_795_000,
      prizeVnd: 3_800_000,
      certainty: 'certain',
    });
  });
});

test('base salaries follow one another without a gap', () => {
  baseSalaries.forEach((row, at) => {
    const before = baseSalaries[at - 1];
    if (before) {
      expect(addDays(before.validTo!, 1)).toBe(row.validFrom);
      expect(row.amountVnd).toBeGreaterThan(before.amountVnd);
    }
  });
  expect(versionOn(baseSalaries, '2024-02-27')?.amountVnd).toBe(1_800_000);
  expect(versionOn(baseSalaries, '2024-07-01')?.amountVnd).toBe(2_340_000);
  expect(baseSalaries.at(-1)?.validTo).toBeNull();
});

test('clusters name units of the time before the merger, each in one cluster', () => {
  const members = clusters.flatMap(({ memberUnitIds }) => memberUnitIds);
  expect(new Set(members).size).toBe(members.length);
  for (const id of members) expect(holds(unitById.get(id)!, '2025-06-30')).toBe(true);
  for (const { id } of [...clusters, ...movements, ...baseSalaries])
    expect(idOf('Row').safeParse(id).success).toBe(true);
});

describe('the year 2023', () => {
  test('the figures of the seven provinces add up to those of the news', () => {
    for (const [code, total] of Object.entries(demo.expected.totals)) {
      expect([code, sum(figures(indicator(code).actual))]).toEqual([code, total]);
    }
    expect(demo.expected.totals).toEqual({
      'budget-revenue': 290685, // 29.068,5 tỷ đồng
      'new-jobs': 100710,
      'new-standard-schools': 120,
      'new-rural-communes': 22,
    });
  });

  test('poverty fell by 4,41 points in the plain mean of seven, by 4,31 weighted by households', () => {
    const { actual, households } = indicator('poverty-reduction');
    const points = figures(actual);
    expect(points).toHaveLength(7);
    expect(sum(points)).toBe(3087);
    expect(sum(points) / 7).toBe(441);
    const weights = figures(households!);
    const weighted = sum(points.map((point, at) => point * weights[at]!)) / sum(weights);
    expect(Math.round(weighted)).toBe(demo.expected.povertyReduction.weightedByHouseholds);
  });

  test('stocks and flows agree, unit by unit', () => {
    const communes = indicator('new-rural-communes');
    const poverty = indicator('poverty-reduction');
    for (const id of demo.cluster.memberUnitIds) {
      expect(communes.endOfYear![id]! - communes.endOfLastYear![id]!).toBe(communes.actual[id]);
      expect(poverty.endOfLastYear![id]! - poverty.endOfYear![id]!).toBe(poverty.actual[id]);
      const share = (indicator('merit-frontline').actual[id]! / indicator('merit-individuals').actual[id]!) * 1000;
      expect(Math.round(share)).toBe(indicator('frontline-share').actual[id]);
    }
  });

  test('twelve indicators, five of them headlines, all seven provinces in each', () => {
    expect(demo.indicators).toHaveLength(12);
    expect(demo.indicators.filter(({ isHeadline }) => isHeadline)).toHaveLength(5);
    for (const { lastYear, target, actual, nextTarget } of demo.indicators) {
      for (const byUnit of [lastYear, target, actual, nextTarget]) {
        expect(Object.keys(byUnit).toSorted()).toEqual(demo.cluster.memberUnitIds.toSorted());
      }
      expect(figures(actual).every(Number.isSafeInteger)).toBe(true);
    }
  });

  test('kept, missed and exceeded follow from target and figure', () => {
    for (const [code, results] of Object.entries(demo.expected.pledgeResults)) {
      const { actual, target } = indicator(code);
      for (const [id, result] of Object.entries(results)) {
        const difference = actual[id]! - target[id]!;
        expect(result).toBe(difference > 0 ? 'exceeded' : difference === 0 ? 'kept' : 'missed');
      }
    }
    for (const [code, total] of Object.entries(demo.expected.nextTargetTotals)) {
      const { nextTarget, aggregation } = indicator(code);
      const all = sum(figures(nextTarget));
      expect(aggregation === 'mean' ? Math.round(all / 7) : all).toBe(total);
    }
  });

  test('one collective and one person of each province, fourteen numbers of Sổ vàng in a row', () => {
    for (const kind of ['collective', 'individual']) {
      const provinces = demo.recipients
        .filter(({ recipientKind }) => recipientKind === kind)
        .map(({ unitId }) => unitId);
      expect(provinces.toSorted()).toEqual(demo.cluster.memberUnitIds.toSorted());
    }
    expect(demo.recipients.map(({ registerNumber }) => registerNumber)).toEqual(
      Array.from({ length: 14 }, (_, at) => demo.decision.registerFrom + at),
    );
    expect([demo.decision.registerFrom, demo.decision.registerTo]).toEqual([386, 399]);
  });

  test('the rules pay 56.700.000 đồng in all', () => {
    const { decidedOn } = demo.decision;
    const prizes = demo.recipients.map(({ recipientKind, expected }) => {
      const verdict = prizeFor({ award: versionOfBkt(decidedOn), recipientKind, onDate: decidedOn, baseSalaries });
      expect(verdict).toMatchObject(expected);
      return Array.isArray(verdict) ? Number.NaN : verdict.prizeVnd;
    });
    expect(sum(prizes)).toBe(56_700_000);
    expect(demo.decision.expected.totalPrizeVnd).toBe(56_700_000);
  });

  test('who is commended: border, region III, direct workers, women', () => {
    const count = (is: (one: Recipient) => boolean) => demo.recipients.filter(is).length;
    expect({
      total: demo.recipients.length,
      border: count((one) => one.isBorderArea),
      region3: count((one) => one.areaClass === 'region-3'),
      smallCollectives: count((one) => one.isSmallCollective),
      frontlineWorkers: count((one) => one.personClass === 'frontline-worker'),
      leaders: count((one) => one.personClass?.startsWith('leader') ?? false),
      women: count((one) => one.sex === 'female'),
      ethnicMinority: count((one) => one.ethnicity !== null && one.ethnicity !== 'Kinh'),
    }).toEqual(demo.expected.careLens);
    expect(demo.expected.careLens).toMatchObject({ total: 14, border: 10, region3: 11 });
  });

  test('every invented person or collective stands in a place called Mẫu', () => {
    for (const { name, printedPlace } of demo.recipients) expect(fold(`${name} ${printedPlace}`)).toContain('mau');
  });

  test('stages end after they begin, and proposals came before they closed', () => {
    for (const { opensOn, closesOn } of demo.stages) expect(isIsoDate(opensOn) && opensOn <= closesOn).toBe(true);
    const { closesOn } = demo.stages.find(({ kind }) => kind === 'nominations')!;
    for (const { proposalOn } of demo.recipients) expect(proposalOn <= closesOn).toBe(true);
  });

  test('refers only to what exists', () => {
    const cluster = clusters.find(({ id }) => id === demo.cluster.clusterId)!;
    expect(demo.cluster.memberUnitIds).toEqual(cluster.memberUnitIds);
    expect(demo.cluster.memberUnitIds).toContain(demo.cluster.chairUnitId);
    const known = movements.map(({ id }) => id);
    expect(demo.cluster.movementIds).toHaveLength(5);
    for (const id of demo.cluster.movementIds) expect(known).toContain(id);
    expect(demo.nextYear.pledgeSigners.map(({ unitId }) => unitId).toSorted()).toEqual(
      demo.cluster.memberUnitIds.toSorted(),
    );
    expect(demo.nextYear.isInvented).toBe(true);
  });
});

function versionOfBkt(onDate: string): AwardVersion {
  const { versions } = awardForms.find(({ code }) => code === 'BKT')!;
  const found = versionOn(versions, onDate)!;
  return { ...found, json: JSON.stringify(found.json) };
}
