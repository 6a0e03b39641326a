import { Trans } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import type { Decision } from '#client/decisions/decision-types.ts';
import css from '#client/decisions/decisions.module.css';
import { longDate } from '#shared/core/dates.ts';

/** The decision as it stands on paper (official documents are Vietnamese only), when it can no longer be edited. */
export function DecisionPaper({ decision }: { decision: Decision }) {
  const { draft, fullNumber, decidedOn, documentType, actions } = decision;
  const capacity = draft.signatoryCapacity.split('/').map((line) => line.trim());
  return (
    <Stack gap="xs">
      {decision.status !== 'cancelled' && (
        <Text size="sm" c="gray.7">
          {actions.save.reasons.map(({ text }) => text).join(' ')}
        </Text>
      )}
      <article className={css.paper} lang="vi">
        <div className={css.heads}>
          <div>
            <strong>{draft.headerOrg}</strong>
            <p>Số: {fullNumber || `…/${documentType}`}</p>
          </div>
          <div>
            <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
            <br />
            <strong>Độc lập - Tự do - Hạnh phúc</strong>
            <p>
              <em>
                {draft.place}, {decidedOn ? longDate(decidedOn) : 'ngày … tháng … năm …'}
              </em>
            </p>
          </div>
        </div>
        <p className={css.centre}>
          <strong>QUYẾT ĐỊNH</strong>
          <br />
          <strong>{draft.subject}</strong>
        </p>
        <p className={css.centre}>
          <strong>{draft.issuerLine}</strong>
        </p>
        {draft.legalBases.map((line) => (
          <p key={line}>
            <em>{line}</em>
          </p>
        ))}
        <p className={css.centre}>
          <strong>QUYẾT ĐỊNH:</strong>
        </p>
        {draft.articles.map((line, index) => (
          <p key={line}>
            <strong>Điều {index + 1}.</strong> {line}
          </p>
        ))}
        <div className={css.sign}>
          {capacity.map((line) => (
            <div key={line}>
              <strong>{line}</strong>
            </div>
          ))}
          <br />
          <strong>{draft.signatoryName}</strong>
        </div>
      </article>
      <Text size="sm" c="gray.7">
        <Trans>Câu ghi trên bằng: {draft.commonSentence}</Trans>
      </Text>
    </Stack>
  );
}
