import { useTranslation } from 'react-i18next';
import { openOf } from './counts.ts';
import type { Counts } from './counts.ts';

const colours = { red: '#cf1322', yellow: '#d48806', green: '#237804' } as const;
/** Told apart without colour too: stripes for red, dots for yellow, plain green. */
const patterns = {
  red: 'repeating-linear-gradient(45deg, rgba(255,255,255,.35) 0 3px, transparent 3px 7px)',
  yellow: 'radial-gradient(rgba(255,255,255,.6) 25%, transparent 30%)',
  green: 'none',
} as const;

/** The shares of the three lights as one bar, with its words for those who do not see it. */
export function LightBar({ counts, height = 12 }: { counts: Counts; height?: number }) {
  const { t } = useTranslation();
  const { red, yellow, green } = counts;
  const open = openOf(counts);
  return (
    <div
      role="img"
      aria-label={t('supervision.share', { red, yellow, green })}
      style={{ display: 'flex', height, borderRadius: 2, overflow: 'hidden', background: '#8c8c8c' }}
    >
      {(['red', 'yellow', 'green'] as const).map((light) => (
        <span
          key={light}
          style={{
            width: `${open === 0 ? 0 : (counts[light] / open) * 100}%`,
            backgroundColor: colours[light],
            backgroundImage: patterns[light],
            backgroundSize: light === 'yellow' ? '6px 6px' : 'auto',
          }}
        />
      ))}
    </div>
  );
}
