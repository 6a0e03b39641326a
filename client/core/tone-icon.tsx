import { IconAlertTriangle, IconCheck, IconCircleDashed, IconClock, IconSend } from '@tabler/icons-react';
import type { Tone } from '#client/core/status-badge.tsx';

const ICONS = {
  neutral: IconCircleDashed,
  info: IconSend,
  good: IconCheck,
  warn: IconClock,
  bad: IconAlertTriangle,
} satisfies Record<Tone, unknown>;

/** The tone of a status as a shape, for those who do not see its colour. Goes into StatusBadge's `icon`. */
export function ToneIcon({ tone }: { tone: Tone }) {
  const Icon = ICONS[tone];
  return <Icon size={14} stroke={2.2} aria-hidden style={{ flex: 'none' }} />;
}
