import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { paths } from '#client/core/paths.ts';
import type { Version } from '#client/indicators/indicator-types.ts';

/** How the series of an indicator goes on from the year before, and how its figures are converted. */
export function SeriesNote({ series }: { series: Version['series'] }) {
  if (!series) return <Trans>Bắt đầu mới</Trans>;
  const { conversion, name, isOther, indicatorId, note } = series;
  return (
    <>
      {isOther ? (
        <Trans>
          Nối tiếp <Link to={paths.indicator.to(indicatorId)}>{name}</Link>
        </Trans>
      ) : (
        <Trans>Nối tiếp phiên bản trước</Trans>
      )}
      {conversion && (
        <>
          ; <Trans>số năm trước quy đổi: {conversion}</Trans>
        </>
      )}
      {note && ` (${note})`}
    </>
  );
}
