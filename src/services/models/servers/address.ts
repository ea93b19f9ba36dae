/** Whether a host is this machine itself, which browsers trust like an encrypted connection. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** Whether a host lies in a network of one's own: no public name or address. */
export function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (isLoopback(host)) return true;
  const address = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(host);
  if (address) {
    const [first, second] = [Number(address[1]), Number(address[2])];
    return (
      first === 10 ||
      (first === 192 && second === 168) ||
      (first === 172 && second >= 16 && second < 32) ||
      (first === 169 && second === 254) ||
      (first === 100 && second >= 64 && second < 128)
    );
  }
  if (host.includes(':')) return /^f(?:[cd]|e[89ab])/.test(host);
  return !host.includes('.') || /\.(?:local|lan|home|internal|intranet|home\.arpa)$/.test(host);
}

/** The address of a connection; `undefined` when it is none. */
export function readAddress(baseUrl: string): URL | undefined {
  try {
    const url = new URL(baseUrl);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
  } catch {
    return undefined;
  }
}
