/** Arguments of the server process. Given at every start, so that the running server is what this file says. */
export function serverArguments(cluster: string, port: number, fsync: boolean): string[] {
  const settings: Record<string, string | number> = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 100,
    // For two cores and a small machine.
    shared_buffers: "128MB",
    effective_cache_size: "512MB",
    work_mem: "8MB",
    maintenance_work_mem: "64MB",
    max_wal_size: "512MB",
    // A container's /dev/shm is often 64 MB: little parallelism keeps queries clear of it.
    max_parallel_workers_per_gather: 1,
    timezone: "UTC",
    log_timezone: "UTC",
    // Statements and the detail lines of errors hold people's names and numbers: keep both out of the log.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    password_encryption: "scram-sha-256",
  };
  if (!fsync) Object.assign(settings, { fsync: "off", synchronous_commit: "off", full_page_writes: "off" });
  return ["-D", cluster, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** Environment of the Postgres programs: ours holds secrets that are none of another user's business. */
export function serverEnvironment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  return {
    // Next's types demand it; Postgres does not read it.
    NODE_ENV: "production",
    PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    TZ: "UTC",
    ...more,
  };
}
