import type { Localized } from '#shared/core/localized.ts';
import type { Reason } from '#shared/core/reason.ts';
import { INDICATOR_FIELD_LABELS } from '#shared/indicators/indicators.labels.ts';
import type { Continuation, IndicatorContent } from '#shared/indicators/indicators.schema.ts';

/** Why an indicator cannot read like this, whatever else there is; each reason names its field. */
export function contentReasons(content: IndicatorContent, indicatorId: string | null): Reason[] {
  const { kind, aggregation, weightIndicatorId, paperWording } = content;
  const field = 'weightIndicatorId';
  const isWeighted = aggregation === 'weighted-mean';
  return [
    ...(kind === 'share' && aggregation === 'sum' ? [{ code: 'indicator.share-summed', field: 'aggregation' }] : []),
    ...(isWeighted && weightIndicatorId === null ? [{ code: 'indicator.weight-missing', field }] : []),
    ...(!isWeighted && weightIndicatorId !== null ? [{ code: 'indicator.weight-unused', field }] : []),
    ...(weightIndicatorId !== null && weightIndicatorId === indicatorId
      ? [{ code: 'indicator.weight-itself', field }]
      : []),
    ...wordingReasons(paperWording, content.unitOfMeasure),
  ];
}

const TAGS = /\{(?:value|priorYear|floor:[1-9]\d*)\}/g;

/** A thousand times off on paper: money in the words of another unit of measure. */
const MONEY = ['nghìn tỷ đồng', 'tỷ đồng', 'triệu đồng', 'nghìn đồng'];

function wordingReasons(pattern: string, unitOfMeasure: string): Reason[] {
  if (pattern === '') return [];
  const field = 'paperWording';
  const [unknown] = /[{}][^{}]*[{}]?/.exec(pattern.replace(TAGS, '')) ?? [];
  if (unknown !== undefined) return [{ code: 'indicator.wording-tag', field, facts: { found: unknown } }];
  if (!/\{(?:value|floor:\d+)\}/.test(pattern)) return [{ code: 'indicator.wording-without-figure', field }];
  const said = MONEY.find((unit) => pattern.includes(unit));
  return said !== undefined && unitOfMeasure.includes('đồng') && said !== unitOfMeasure
    ? [{ code: 'indicator.wording-other-unit', field, facts: { found: said, unitOfMeasure } }]
    : [];
}

/** What stands still once a published year counts by a version: everything a figure or a total depends on. */
export const FIXED_FIELDS = [
  'unitOfMeasure',
  'decimals',
  'kind',
  'aggregation',
  'weightIndicatorId',
  'better',
] as const;

/** Why a version in use cannot be corrected like this. `show` gives a value as it stands on the screen. */
export function fixedReasons(
  before: IndicatorContent,
  after: IndicatorContent,
  yearNames: readonly string[],
  show: (field: (typeof FIXED_FIELDS)[number], content: IndicatorContent) => string,
): Reason[] {
  if (yearNames.length === 0) return [];
  const nameOf = (field: string): Localized => INDICATOR_FIELD_LABELS[field]!;
  return FIXED_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    code: 'indicator.fixed-by-years',
    field,
    facts: {
      field: nameOf(field).vi,
      fieldEn: nameOf(field).en,
      years: yearNames.join(', '),
      found: show(field, before),
    },
  }));
}

/** Whether two versions say the same. */
export function isSameContent(one: IndicatorContent, other: IndicatorContent): boolean {
  return (Object.keys(one) as (keyof IndicatorContent)[]).every((field) => one[field] === other[field]);
}

type Version = { id: string; indicatorId: string; name: string; unitOfMeasure: string; validFrom: string };

export type ContinuationFacts = {
  continues: Continuation;
  /** The version that goes on the series. */
  own: { id: string | null; indicatorId: string | null; unitOfMeasure: string; validFrom: string };
  predecessor: Version | undefined;
  /** Names of versions that go on the predecessor already, other than this one. */
  takenBy: string | undefined;
  /** Whether the chain of the predecessor leads back to this version. */
  isLoop: boolean;
};

/** Why a series cannot go on like this. */
export function continuationReasons(facts: ContinuationFacts): Reason[] {
  const { continues, own, predecessor, takenBy, isLoop } = facts;
  if (continues === null) return [];
  const field = 'continues.predecessorId';
  if (!predecessor || predecessor.id === own.id) return [{ code: 'indicator.not-found', field }];
  if (isLoop) return [{ code: 'indicator.predecessor-loop', field, facts: { predecessor: predecessor.name } }];
  if (predecessor.validFrom >= own.validFrom)
    return [
      {
        code: 'indicator.predecessor-later',
        field,
        facts: { validFromOn: own.validFrom, predecessor: predecessor.name, predecessorOn: predecessor.validFrom },
      },
    ];
  if (takenBy !== undefined)
    return [{ code: 'indicator.predecessor-taken', field, facts: { predecessor: predecessor.name, other: takenBy } }];
  const { num, den } = continues;
  const isSame = predecessor.unitOfMeasure === own.unitOfMeasure;
  if (isSame && num !== den)
    return [
      {
        code: 'indicator.factor-needless',
        field: 'continues.num',
        facts: { unitOfMeasure: own.unitOfMeasure, num: String(num), den: String(den) },
      },
    ];
  if (!isSame && num === den && !isRenaming(predecessor.unitOfMeasure, own.unitOfMeasure))
    return [
      {
        code: 'indicator.factor-missing',
        field: 'continues.num',
        facts: { from: predecessor.unitOfMeasure, to: own.unitOfMeasure },
      },
    ];
  return [];
}

/** Two spellings of one unit of measure; counts of things may be called otherwise without changing. */
function isRenaming(from: string, to: string): boolean {
  const money = /đồng/;
  return !money.test(from) && !money.test(to) && !from.includes('%') && !to.includes('%');
}

/** Why a new version cannot begin on this day. `usedFrom`: first days of published years that use the present one. */
export function versionDayReasons(
  validFrom: string,
  current: { validFrom: string; validTo: string | null },
  usedFrom: readonly string[],
): Reason[] {
  const field = 'validFrom';
  if (current.validTo !== null) return [{ code: 'indicator.closed', field, facts: { validToOn: current.validTo } }];
  const last = [current.validFrom, ...usedFrom].toSorted().at(-1)!;
  return validFrom > last
    ? []
    : [{ code: 'indicator.version-too-early', field, facts: { validFromOn: current.validFrom, usedOn: last } }];
}

type Asked = { indicatorVersionId: string; indicatorId: string; name: string };
type Chosen = Asked & {
  isValid: boolean;
  isUsable: boolean;
  weight: { indicatorId: string; name: string } | null;
};

export type YearChoice = {
  chosen: readonly Chosen[];
  before: readonly Asked[];
  startsOn: string;
  endsOn: string;
  /** YYYY-MM-DD of the day the pledge was settled; null: its text is open. */
  frozenOn: string | null;
  /** The first report of the year that was sent. */
  sent: { unit: string; sentOn: string } | null;
  /** Names of units with a figure or target, by version. */
  filledBy: ReadonlyMap<string, readonly string[]>;
};

/** Why the indicators of a year cannot be these. Adding is always possible, removing until figures depend on it. */
export function yearChoiceReasons(choice: YearChoice): Reason[] {
  const { chosen, before, startsOn, endsOn } = choice;
  const kept = new Set(chosen.map(({ indicatorVersionId }) => indicatorVersionId));
  const asked = new Set(chosen.map(({ indicatorId }) => indicatorId));
  const old = new Set(before.map(({ indicatorVersionId }) => indicatorVersionId));
  return [
    ...chosen.flatMap(({ indicatorVersionId, indicatorId, name, isValid, isUsable, weight }, index): Reason[] => {
      const facts = { indicator: name };
      if (chosen.findIndex((one) => one.indicatorId === indicatorId) < index)
        return [{ code: 'indicator.twice', facts }];
      if (!isValid && !old.has(indicatorVersionId))
        return [{ code: 'indicator.not-valid-in-year', facts: { ...facts, startsOn, endsOn } }];
      if (!isUsable && !old.has(indicatorVersionId)) return [{ code: 'indicator.other-owner', facts }];
      return weight && !asked.has(weight.indicatorId)
        ? [{ code: 'indicator.weight-not-asked', facts: { ...facts, weight: weight.name } }]
        : [];
    }),
    ...before
      .filter(({ indicatorVersionId }) => !kept.has(indicatorVersionId))
      .flatMap((gone) => removalReasons(gone, choice)),
  ];
}

/** Why an indicator stays among those of the year. */
export function removalReasons(
  { indicatorVersionId, name }: Pick<Asked, 'indicatorVersionId' | 'name'>,
  { frozenOn, sent, filledBy }: Pick<YearChoice, 'frozenOn' | 'sent' | 'filledBy'>,
): Reason[] {
  const facts = { indicator: name };
  if (frozenOn !== null) return [{ code: 'indicator.locked-by-pledge', facts: { ...facts, frozenOn } }];
  if (sent) return [{ code: 'indicator.locked-by-report', facts: { ...facts, ...sent } }];
  const units = filledBy.get(indicatorVersionId);
  return units?.length ? [{ code: 'indicator.has-figures', facts: { ...facts, units: units.join(', ') } }] : [];
}

/** Why no indicator of the year can be left out any more; empty while some can. */
export function lockReasons({ frozenOn, sent }: Pick<YearChoice, 'frozenOn' | 'sent'>): Reason[] {
  if (frozenOn !== null) return [{ code: 'indicator.all-locked-by-pledge', facts: { frozenOn } }];
  return sent ? [{ code: 'indicator.all-locked-by-report', facts: { ...sent } }] : [];
}
