import { type ReactNode, useEffect, useRef } from 'react';
import css from '#client/core/form/submit-bar.module.css';

type Props = {
  /** Left: state of saving, what is missing. */
  status?: ReactNode;
  /** Right: buttons, the main one last. */
  children: ReactNode;
  /** Ctrl+S; not while a Vietnamese keyboard is composing. */
  onSave?: (() => void) | undefined;
};

/** The foot of a form; stays in sight on long pages. */
export function SubmitBar({ status, children, onSave }: Props) {
  const save = useRef(onSave);
  save.current = onSave;

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.isComposing || event.altKey || event.shiftKey) return;
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's' || !save.current) return;
      event.preventDefault();
      save.current();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  return (
    <div className={`${css.bar} no-print`}>
      <div>{status}</div>
      <div className={css.actions}>{children}</div>
    </div>
  );
}
