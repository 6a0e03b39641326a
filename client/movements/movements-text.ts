import type { Launch, Movement, MovementsOfYear } from '#client/movements/movement-types.ts';
import { formatDate } from '#shared/core/dates.ts';
import {
  MOVEMENT_KIND_LABELS,
  MOVEMENT_LEVEL_LABELS,
  type MovementLevel,
  movementLevel,
} from '#shared/movements/movements.schema.ts';

type Facts = Pick<MovementsOfYear, 'year' | 'movements' | 'launch'>;

/** Launch and movements of a year for Word or Zalo. An official wording, so Vietnamese whatever the screen speaks. */
export function movementsText({ year, movements, launch }: Facts): string {
  const groups = movementLevel.options
    .map((level) =>
      groupText(
        level,
        movements.filter((one) => one.level === level),
      ),
    )
    .filter(Boolean);
  return [
    `Phong trào thi đua năm ${year.year} - ${year.clusterName}`,
    launch && launchText(launch, year.year),
    ...groups,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function launchText({ launchedOn, place, launchedBy, contents }: Launch, year: number): string {
  const where = [`ngày ${formatDate(launchedOn)}`, place && `tại ${place}`].filter(Boolean).join(' ');
  return [
    `Phát động thi đua năm ${year}: ${[where, launchedBy].filter(Boolean).join('; ')}`,
    ...contents.map((content, index) => `${index + 1}. ${content}`),
  ].join('\n');
}

function groupText(level: MovementLevel, movements: readonly Movement[]): string {
  if (movements.length === 0) return '';
  return [MOVEMENT_LEVEL_LABELS[level].vi, ...movements.map(movementLine)].join('\n');
}

function movementLine(movement: Movement): string {
  const { name, kind, launchedBy, level, periodFrom, periodTo, document, goal, isDemo } = movement;
  const facts = [
    `${MOVEMENT_KIND_LABELS[kind].vi.toLowerCase()}, từ ${formatDate(periodFrom)} đến ${formatDate(periodTo)}`,
    level === 'province' && launchedBy,
    document,
    goal && `Mục tiêu: ${goal.replace(/\.$/, '')}`,
    isDemo === 1 && 'dữ liệu minh họa',
  ];
  return `- ${name} (${facts.filter(Boolean).join('; ')})`;
}

/** Lời đôn đốc to the members that have not confirmed, for Zalo. An official wording, and one between equals. */
export function reminderText(
  { name, confirmBy }: Pick<Movement, 'name' | 'confirmBy'>,
  missing: readonly { name: string }[],
): string {
  const until = confirmBy ? ` trước ngày ${formatDate(confirmBy)}` : '';
  return `Cơ quan thường trực Cụm trân trọng đề nghị các đơn vị ${missing.map((unit) => unit.name).join(', ')} xác nhận tham gia phong trào “${name}”${until} trên hệ thống (Cụm, khối thi đua → Phong trào). Trân trọng cảm ơn.`;
}
