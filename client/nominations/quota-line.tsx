import { Trans } from '@lingui/react/macro';
import { Group, Text } from '@mantine/core';
import { useSession } from '#client/core/session.tsx';
import { StatusBadge } from '#client/core/status-badge.tsx';
import type { NominationList } from '#client/nominations/nomination-types.ts';

type Props = Pick<NominationList, 'allotment' | 'quota'> & { unitId: string | null };

const twoDigits = (n: number) => String(n).padStart(2, '0');

/** Phân bổ số lượng khen: what each member may put forward, what one's own unit has, and who is over it. */
export function QuotaLine({ allotment, quota, unitId }: Props) {
  const { can } = useSession();
  const { collective, individual } = allotment;
  if (collective === undefined && individual === undefined) return null;
  const collectives = twoDigits(collective ?? 0);
  const individuals = twoDigits(individual ?? 0);
  const over = quota.filter(({ isOver }) => isOver);
  const mine = (kind: string) =>
    quota.find((one) => one.unitId === unitId && one.recipientKind === kind)?.putForward ?? 0;
  const myCollectives = `${mine('collective')}/${collective ?? 0}`;
  const myIndividuals = `${mine('individual')}/${individual ?? 0}`;
  return (
    <Group gap="sm">
      <Text>
        <Trans>
          Phân bổ số lượng khen: mỗi đơn vị {collectives} tập thể, {individuals} cá nhân.
        </Trans>{' '}
        {can('nominations.create') && (
          <Trans>
            Đơn vị mình đã lập: <strong className="tabular">{myCollectives}</strong> tập thể,{' '}
            <strong className="tabular">{myIndividuals}</strong> cá nhân.
          </Trans>
        )}
      </Text>
      {over.map(({ unitId: id, unitName, recipientKind, putForward }) => (
        <StatusBadge key={`${id} ${recipientKind}`} tone="warn">
          {recipientKind === 'collective' ? (
            <Trans>
              {unitName}: vượt phân bổ, {String(putForward)} tập thể
            </Trans>
          ) : (
            <Trans>
              {unitName}: vượt phân bổ, {String(putForward)} cá nhân
            </Trans>
          )}
        </StatusBadge>
      ))}
    </Group>
  );
}
