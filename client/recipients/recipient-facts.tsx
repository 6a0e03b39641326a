import { Trans, useLingui } from '@lingui/react/macro';
import { Group } from '@mantine/core';
import { Fact, Facts } from '#client/core/facts.tsx';
import { useSession } from '#client/core/session.tsx';
import { useWords } from '#client/core/words.ts';
import { CccdField } from '#client/recipients/cccd-field.tsx';
import { MergeWith } from '#client/recipients/merge-with.tsx';
import { MoveRecipient } from '#client/recipients/move-recipient.tsx';
import { RecipientEthnicity } from '#client/recipients/recipient-ethnicity.tsx';
import { birthOf, type Recipient } from '#client/recipients/recipient-types.ts';
import { RenameRecipient } from '#client/recipients/rename-recipient.tsx';
import { formatPartialDate } from '#shared/recipients/partial-date.ts';
import { SEX_LABELS } from '#shared/recipients/recipients.schema.ts';

/** Who it is. */
export function RecipientFacts({ recipient }: { recipient: Recipient }) {
  const { t } = useLingui();
  const { label } = useWords();
  const { kind, foundedOn, sex, positionHeld, place, unitName, actions, cccd, ethnicity, version, isWhole } = recipient;
  const { can } = useSession();
  const isPerson = kind === 'individual';
  return (
    <section aria-label={t`Thông tin`}>
      <Facts>
        {isPerson ? (
          <>
            <Fact term={<Trans>Ngày sinh</Trans>}>{birthOf(recipient)}</Fact>
            <Fact term={<Trans>Giới tính</Trans>}>{sex && label(SEX_LABELS[sex])}</Fact>
            <Fact term={<Trans>Chức vụ</Trans>}>{positionHeld}</Fact>
          </>
        ) : (
          kind === 'collective' && <Fact term={<Trans>Thành lập</Trans>}>{formatPartialDate(foundedOn)}</Fact>
        )}
        <Fact term={isPerson ? <Trans>Nơi công tác</Trans> : <Trans>Địa chỉ</Trans>}>{place}</Fact>
        <Fact term={<Trans>Đơn vị</Trans>}>{unitName}</Fact>
        {cccd && (
          <Fact term={<Trans>Số căn cước</Trans>} screenOnly>
            <CccdField recipient={recipient} cccd={cccd} />
          </Fact>
        )}
        {ethnicity && (
          <Fact term={<Trans>Dân tộc</Trans>} screenOnly>
            {/* Whatever was opened is closed again when the record changes. */}
            <RecipientEthnicity key={version} recipient={recipient} isKnown={ethnicity.isKnown} />
          </Fact>
        )}
      </Facts>
      <Group gap="xs" mt="xs" className="no-print">
        {actions.save.allowed && (
          <>
            <RenameRecipient recipient={recipient} />
            <MoveRecipient recipient={recipient} />
          </>
        )}
        {isWhole && can('duplicates.propose') && <MergeWith recipient={recipient} />}
      </Group>
    </section>
  );
}
