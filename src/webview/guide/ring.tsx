/** How much of something is done, as a ring; a full one has a tick. The label says the same in words. */
export function Ring({ done, all, label }: { done: number; all: number; label: string }) {
  const share = all === 0 ? 0 : Math.min(done / all, 1);
  return (
    <svg class={share === 1 ? 'ring full' : 'ring'} viewBox="0 0 20 20" role="img" aria-label={label}>
      <circle class="ring-all" cx="10" cy="10" r="8" />
      {share > 0 && (
        <circle
          class="ring-done"
          cx="10"
          cy="10"
          r="8"
          pathLength={100}
          stroke-dasharray={`${share * 100} 100`}
          transform="rotate(-90 10 10)"
        />
      )}
      {share === 1 && <path class="ring-tick" d="m6.4 10.3 2.5 2.6 4.8-5.4" />}
    </svg>
  );
}
