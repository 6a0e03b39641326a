import { formatDate } from '#shared/core/dates.ts';
import type { Localized } from '#shared/core/localized.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import type { Reason } from '#shared/core/reason.ts';
import type { PledgeRule } from '#shared/pledges/pledge-rule.schema.ts';

/** Where the rule comes from, as people read it beside the results. */
export type RuleSource = { source: string; enteredBy: string; enteredOn: string | null };

export const isExact = ({ keptFrom, exceededFrom }: PledgeRule): boolean => keptFrom === 1000 && exceededFrom === 1000;

/** 950 → '95%', 975 → '97,5%'. */
export const percentText = (tenths: number): string => `${formatScaled(tenths, 1).replace(/,0$/, '')}%`;

/** The rule as a sentence without its full stop. */
export function ruleWords(rule: PledgeRule): Localized {
  if (isExact(rule))
    return {
      vi: 'So sánh đúng số: Đạt khi bằng kế hoạch, Vượt khi tốt hơn kế hoạch, không có dung sai',
      en: 'Compared exactly: met when equal to the target, exceeded when better, no tolerance',
    };
  const [kept, exceeded] = [percentText(rule.keptFrom), percentText(rule.exceededFrom)];
  const isMore = rule.exceededFrom > 1000;
  return {
    vi:
      `Đạt từ ${kept} kế hoạch, Vượt ${isMore ? `từ ${exceeded}` : 'khi tốt hơn 100%'}; ` +
      'chỉ tiêu càng thấp càng tốt tính kế hoạch chia thực hiện; kế hoạch bằng 0 so sánh đúng số',
    en:
      `Met from ${kept} of the target, exceeded ${isMore ? `from ${exceeded}` : 'when better than 100%'}; ` +
      'where less is better, target divided by result counts; a target of zero is compared exactly',
  };
}

/** The rule with where it stands and who entered it, as it goes on screens and papers. */
export function ruleWithSource(rule: PledgeRule, { source, enteredBy, enteredOn }: RuleSource): Localized {
  const words = ruleWords(rule);
  if (enteredOn === null) return { vi: `${words.vi}.`, en: `${words.en}.` };
  const day = formatDate(enteredOn);
  const vi = [...(source ? [`theo ${source}`] : []), `${enteredBy} nhập ngày ${day}`].join('; ');
  const en = [...(source ? [`by ${source}`] : []), `entered by ${enteredBy} on ${day}`].join('; ');
  return { vi: `${words.vi} (${vi}).`, en: `${words.en} (${en}).` };
}

/** The rule for papers of the cluster, where it is not simply the target itself; '' else. Vietnamese only. */
export function ruleOnPaper(rule: PledgeRule, source: string): string {
  if (isExact(rule)) return '';
  return `${ruleWords(rule).vi}${source === '' ? '' : ` (theo ${source})`}.`;
}

type Asked = PledgeRule & { source: string; reason: string };
type State = {
  /** The year-end reports were summed up. */
  isSummedUp: boolean;
  /** Members agreed on the pledge, so what they signed is judged otherwise now. */
  isFrozen: boolean;
};

/** Why the rule of a year stands as it is. */
export function ruleClosedReasons({ isSummedUp }: Pick<State, 'isSummedUp'>): Reason[] {
  return isSummedUp ? [{ code: 'pledge-rule.summed-up' }] : [];
}

/** What is wrong with a rule as it was typed. */
export function ruleReasons(asked: Asked, state: State): Reason[] {
  const found = ruleClosedReasons(state);
  if (!isExact(asked) && asked.source.length < 5) found.push({ code: 'pledge-rule.source-missing', field: 'source' });
  if (state.isFrozen && asked.reason.length < 10) found.push({ code: 'pledge-rule.reason-missing', field: 'reason' });
  return found;
}
