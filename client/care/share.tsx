import { Trans } from '@lingui/react/macro';
import css from '#client/care/care.module.css';
import type { Figure } from '#client/care/care-types.ts';
import { StatusBadge } from '#client/core/status-badge.tsx';
import { ToneIcon } from '#client/core/tone-icon.tsx';
import { formatScaled } from '#shared/core/numbers.ts';

/** 714 → '71,4 %'. */
export const percent = (permille: number): string => `${formatScaled(permille, 1)} %`;

const WIDTH = 100;
const HEIGHT = 10;

/** A share as a bar with a mark at the aim; the figure beside it says the same. */
export function ShareBar({ permille, aim }: { permille: number; aim?: number | undefined }) {
  const at = (share: number) => 0.5 + (share / 1000) * (WIDTH - 1);
  return (
    <svg className={css.bar} width={WIDTH} height={HEIGHT + 4} aria-hidden>
      <rect className={css.track} x="0.5" y="2.5" width={WIDTH - 1} height={HEIGHT - 1} />
      <rect className={css.fill} x="0.5" y="2.5" width={at(permille) - 0.5} height={HEIGHT - 1} />
      {aim !== undefined && <line className={css.aim} x1={at(aim)} x2={at(aim)} y1="0" y2={HEIGHT + 4} />}
    </svg>
  );
}

/** Why there is no figure, in words. */
export function NoFigure({ state }: { state: Exclude<Figure['state'], 'counted'> }) {
  switch (state) {
    case 'no-data':
      return <Trans>Chưa có số liệu</Trans>;
    case 'hidden':
      return <Trans>Không hiện: số người quá ít</Trans>;
    default:
      return <Trans>Chưa có ai</Trans>;
  }
}

/** Đạt, or how many are missing. */
export function AimBadge({ aim }: { aim: NonNullable<Figure['aim']> }) {
  const { isReached, missing, needed } = aim;
  return isReached ? (
    <StatusBadge tone="good" icon={<ToneIcon tone="good" />}>
      <Trans>Đạt (cần {needed})</Trans>
    </StatusBadge>
  ) : (
    <StatusBadge tone="warn" icon={<ToneIcon tone="warn" />}>
      <Trans>
        Chưa đạt, thiếu {missing} (cần {needed})
      </Trans>
    </StatusBadge>
  );
}
