bash pipeline/smoke.sh || { bash pipeline/rollback.sh; exit 1; }
