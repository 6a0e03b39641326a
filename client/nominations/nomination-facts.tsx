import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Fact, Facts } from '#client/core/facts.tsx';
import { paths } from '#client/core/paths.ts';
import { useSession } from '#client/core/session.tsx';
import { useWords } from '#client/core/words.ts';
import type { Nomination } from '#client/nominations/nomination-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import { formatScaled } from '#shared/core/numbers.ts';
import { AREA_CLASS_LABELS, PERSON_CLASS_LABELS, SEX_LABELS } from '#shared/recipients/recipients.schema.ts';

/** The dossier for reading, in the order of the trích ngang. */
export function NominationFacts({ nomination }: { nomination: Nomination }) {
  const { t } = useLingui();
  const { label } = useWords();
  const n = nomination;
  const isPerson = n.recipientKind === 'individual';
  const lines: (false | [ReactNode, ReactNode])[] = [
    [isPerson ? t`Họ và tên` : t`Tên tập thể`, <Name key="name" nomination={n} />],
    isPerson && [t`Giới tính`, n.sex && label(SEX_LABELS[n.sex])],
    isPerson && [t`Năm sinh`, n.birthYear],
    isPerson && [t`Chức vụ, nghề nghiệp`, n.positionHeld],
    [isPerson ? t`Đơn vị công tác, nơi ở` : t`Địa chỉ, đơn vị chủ quản`, n.workplace],
    !isPerson && [t`Số người`, n.headcount === null ? null : formatScaled(n.headcount, 0)],
    isPerson && [t`Phân loại đối tượng`, n.personClass && label(PERSON_CLASS_LABELS[n.personClass])],
    [t`Khu vực`, n.areaClass && label(AREA_CLASS_LABELS[n.areaClass])],
    n.isBorderArea === 1 && [t`Biên giới`, t`Xã biên giới`],
    n.isSmallCollective === 1 && [t`Quy mô`, t`Tập thể nhỏ`],
    [t`Lĩnh vực`, n.field],
    [t`Tóm tắt thành tích`, n.achievement],
    [t`Công văn đề nghị`, proposalOf(n)],
    n.checkNote !== null && [t`Ý kiến thẩm định`, n.checkNote],
  ];
  return (
    <Stack gap="xs">
      <Title order={2}>
        <Trans>Trích ngang</Trans>
      </Title>
      <Facts terms={190}>
        {lines
          .filter((line) => line !== false)
          .map(([term, fact]) => (
            <Fact key={String(term)} term={term}>
              {fact}
            </Fact>
          ))}
      </Facts>
    </Stack>
  );
}

/** Once it is known who that is, the way to all their awards; the page is their unit's and the watchers'. */
function Name({ nomination: { name, recipientId, unitId } }: { nomination: Nomination }) {
  const { account, can } = useSession();
  const mayOpen = can('recipients.byId') && (account.unitId === null || account.unitId === unitId);
  if (recipientId === null || !mayOpen) return name;
  return (
    <Anchor component={Link} to={paths.recipient.to(recipientId)}>
      {name}
    </Anchor>
  );
}

function proposalOf({ proposalNumber, proposalOn }: Nomination): string {
  return [proposalNumber, proposalOn && formatDate(proposalOn)].filter(Boolean).join(', ');
}
