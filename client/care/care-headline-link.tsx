import { Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Figure } from '#client/care/care-types.ts';
import { paths } from '#client/core/paths.ts';
import { useWords } from '#client/core/words.ts';
import { BASIS_LABELS, LENS_LABELS } from '#shared/care/care.labels.ts';
import type { CareBasis } from '#shared/care/care.schema.ts';

type Props = { clusterYearId: string; care: { basis: CareBasis; figures: readonly Figure[] } };

/** One line with the shares that matter most, leading to all of them. */
export function CareHeadlineLink({ clusterYearId, care: { basis, figures } }: Props) {
  const { label } = useWords();
  const words = figures
    .filter(({ state }) => state === 'counted')
    .map(({ lens, count, whole }) => `${label(LENS_LABELS[lens])} ${count}/${whole}`);
  return (
    <Text>
      <Anchor component={Link} underline="always" to={`${paths.care.to(clusterYearId)}?nguon=${basis}`}>
        <Trans>Cơ cấu khen thưởng</Trans>
      </Anchor>{' '}
      ({label(BASIS_LABELS[basis]).toLocaleLowerCase('vi')}): {words.join(' · ')}
    </Text>
  );
}
