import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import css from '#client/core/drop-list.module.css';

type Props = {
  /** What stands on the button. */
  label: ReactNode;
  /** The button's name when the label does not say what it opens. */
  ariaLabel?: string;
  className?: string | undefined;
  align: 'start' | 'end';
  /** Links and buttons; choosing one closes the list. */
  children: ReactNode;
};

/** A button that opens a short list of links and buttons. In the shell, where Mantine's menu would cost 15 kB of first load. */
export function DropList({ label, ariaLabel, className, align, children }: Props) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const sheetId = useId();

  useEffect(() => {
    if (!open) return;
    // A press or the keyboard's focus elsewhere closes the list.
    function onElsewhere(event: Event): void {
      if (!anchor.current?.contains(event.target as Node)) setOpen(false);
    }
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    }
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
      document.removeEventListener('keydown', onKey);
    };
  }, [open]);

  return (
    <div ref={anchor} className={css.anchor}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={ariaLabel}
        aria-expanded={open}
        aria-controls={sheetId}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links and buttons inside take keys; this only hears that one was chosen */}
      <div id={sheetId} hidden={!open} className={`${css.sheet} ${css[align]}`} onClick={() => setOpen(false)}>
        {open && children}
      </div>
    </div>
  );
}
