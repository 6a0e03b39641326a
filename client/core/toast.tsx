import { useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import css from '#client/core/toast.module.css';

type Toast = { id: number; text: string; tone: 'good' | 'bad' };

const SHOWN_MS = 6000;
const MOST = 3;

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function put(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a short sentence in the corner for six seconds: what was done, or (tone 'bad') what was not. */
export function toast(text: string, tone: Toast['tone'] = 'good'): void {
  last += 1;
  const id = last;
  put([...toasts, { id, text, tone }].slice(-MOST));
  setTimeout(() => dismiss(id), SHOWN_MS);
}

function dismiss(id: number): void {
  put(toasts.filter((one) => one.id !== id));
}

/** The corner where toasts appear; read out by screen readers. */
export function Toasts() {
  const { t } = useLingui();
  const shown = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => toasts,
  );
  return (
    <div className={`${css.stack} no-print`} role="status" aria-live="polite">
      {shown.map(({ id, text, tone }) => (
        <div key={id} className={`${css.toast} ${tone === 'bad' ? css.bad : ''}`}>
          <span className={css.text}>{text}</span>
          <button type="button" className={css.close} onClick={() => dismiss(id)} aria-label={t`Đóng thông báo`}>
            <IconX size={16} aria-hidden />
          </button>
        </div>
      ))}
    </div>
  );
}
