import { Html, html } from '#server/core/html.ts';
import { VERIFY_STYLE } from '#server/verification/verify-page.style.ts';
import { groupCode } from '#shared/certificates/verify-code.ts';
import { formatDate } from '#shared/core/dates.ts';
import type { Language, Localized } from '#shared/core/localized.ts';
import { VERIFY_FACT_LABELS, VERIFY_SENTENCES, VERIFY_STATE_LABELS } from '#shared/verification/verification.labels.ts';
import type { PublishedFacts, VerifyResult, VerifyState } from '#shared/verification/verification.schema.ts';

export type VerifyPageOptions = Readonly<{
  /** Shows the banner of the demonstration. */
  demo: boolean;
  /** PUBLIC_URL: its host is the one people should see in the address bar. */
  publicUrl: string;
  lang: Language;
  /** Of this answer's Content-Security-Policy, for the one style element. */
  nonce: string;
}>;

/** Longest piece of what a person typed that comes back on the page. */
const LONGEST_ECHO = 40;

const TONES: Readonly<Record<VerifyState, 'good' | 'bad' | 'warn' | 'plain'>> = {
  match: 'good',
  cancelled: 'bad',
  'signature-mismatch': 'bad',
  replaced: 'warn',
  'not-found': 'warn',
  malformed: 'warn',
  training: 'bad',
  'too-many': 'warn',
  ask: 'plain',
};

const ICONS = {
  good: 'M4 12.5l5.5 5.5L20 7',
  bad: 'M5 5l14 14M19 5L5 19',
  warn: 'M12 4v10M12 18.5v1',
  plain: '',
} as const;

/**
 * The public page of /verify as a whole HTML document: no script, no picture, no request but itself.
 * It shows what the decision publishes and nothing else. Pure.
 */
export function renderVerifyPage(result: VerifyResult, options: VerifyPageOptions): string {
  const say = (words: Localized) => words[options.lang];
  const title = say(VERIFY_SENTENCES.title);
  const host = new URL(options.publicUrl).host;
  const page = html`<!doctype html>
<html lang="${options.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light">
<title>${result.state === 'ask' ? '' : `${say(VERIFY_STATE_LABELS[result.state])} – `}${title}</title>
<style nonce="${options.nonce}">${new Html(VERIFY_STYLE)}</style>
</head>
<body>
${options.demo ? html`<p class="demo" role="note">${say(VERIFY_SENTENCES.demo)}</p>` : undefined}
<header>
<p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</p>
</header>
<main>
<h1>${title}</h1>
${result.state === 'ask' ? html`<p>${say(VERIFY_SENTENCES.ask)}</p>` : verdict(result, say)}
${'facts' in result ? factList(result.facts, result.code, say) : undefined}
<form action="/verify" method="get">
<h2>${say(result.state === 'ask' ? VERIFY_SENTENCES.submit : VERIFY_SENTENCES.another)}</h2>
<label for="code">${say(VERIFY_SENTENCES.codeLabel)}</label>
<p class="row"><input id="code" name="code" required maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" placeholder="XXXX-XXXX-XXXX-XXXX-X"${result.state === 'malformed' ? html` value="${echo(result.typed)}"` : undefined}>
<button>${say(VERIFY_SENTENCES.submit)}</button></p>
</form>
</main>
<footer>
<p>${filled(say(VERIFY_SENTENCES.host), { host })}</p>
<p>${say(VERIFY_SENTENCES.limits)}</p>
</footer>
</body>
</html>
`;
  return page.text;
}

function verdict(result: Exclude<VerifyResult, { state: 'ask' }>, say: (words: Localized) => string): Html {
  const tone = TONES[result.state];
  return html`<section class="verdict ${tone}" aria-labelledby="state">
<svg viewBox="0 0 24 24" width="40" height="40" aria-hidden="true"><path d="${ICONS[tone]}" fill="none" stroke="currentColor" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/></svg>
<div><h2 id="state">${say(VERIFY_STATE_LABELS[result.state])}</h2>
${explanation(result, say).map((sentence) => html`<p>${sentence}</p>`)}</div>
</section>`;
}

function explanation(result: Exclude<VerifyResult, { state: 'ask' }>, say: (words: Localized) => string): Html[] {
  const one = (words: Localized, values: Readonly<Record<string, string>> = {}) => [filled(say(words), values)];
  switch (result.state) {
    case 'match':
      return [
        ...one(VERIFY_SENTENCES.match),
        ...one(result.signature === 'valid' ? VERIFY_SENTENCES.signed : VERIFY_SENTENCES.unsigned),
      ];
    case 'signature-mismatch':
      return one(VERIFY_SENTENCES.mismatch);
    case 'cancelled':
      return result.cancelledBy
        ? one(VERIFY_SENTENCES.cancelledBy, {
            number: result.cancelledBy.decisionNumber,
            date: formatDate(result.cancelledBy.decisionOn),
          })
        : one(VERIFY_SENTENCES.cancelled, { date: formatDate(result.cancelledOn) });
    case 'replaced':
      return one(VERIFY_SENTENCES[result.by], { date: formatDate(result.replacedOn) });
    case 'not-found':
      return one(VERIFY_SENTENCES.notFound, { code: groupCode(echo(result.code)) });
    case 'malformed':
      return one(VERIFY_SENTENCES.malformed);
    case 'training':
      return one(VERIFY_SENTENCES.training);
    case 'too-many':
      return one(VERIFY_SENTENCES.tooMany);
  }
}

function factList(facts: PublishedFacts, code: string, say: (words: Localized) => string): Html {
  const shown: Readonly<Record<keyof typeof VERIFY_FACT_LABELS, string | null>> = {
    printedName: facts.printedName,
    awardName: facts.awardName,
    issuer: facts.issuer,
    decisionNumber: facts.decisionNumber,
    decisionOn: formatDate(facts.decisionOn),
    signatory: facts.signatory,
    goldenBookNumber: String(facts.goldenBookNumber),
    code: groupCode(code),
    decisionSha256: facts.decisionSha256,
  };
  const keys = Object.keys(VERIFY_FACT_LABELS) as (keyof typeof VERIFY_FACT_LABELS)[];
  return html`<dl>
${keys.map((key) => {
  const value = shown[key];
  return value === null ? html`` : html`<div><dt>${say(VERIFY_FACT_LABELS[key])}</dt><dd>${value}</dd></div>\n`;
})}</dl>`;
}

/** A sentence with its `{places}` filled; both the sentence and the values are escaped. */
function filled(sentence: string, values: Readonly<Record<string, string>>): Html {
  const pieces = sentence.split(/\{(\w+)\}/);
  return html`${pieces.map((piece, index) => (index % 2 === 0 ? html`${piece}` : html`<b>${values[piece] ?? '…'}</b>`))}`;
}

function echo(typed: string): string {
  const letters = [...typed];
  return letters.length > LONGEST_ECHO ? `${letters.slice(0, LONGEST_ECHO).join('')}…` : typed;
}
