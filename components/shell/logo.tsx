/** An outline bar over a solid one: the claim above, the proof below. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 20 17" width={20} height={17} className={className}>
      <rect x="0.75" y="0.75" width="18.5" height="5.5" rx="1.75" className="fill-none stroke-ink" strokeWidth="1.5" />
      <rect x="0" y="9" width="13" height="7.5" rx="2" className="fill-accent-text" />
    </svg>
  );
}
