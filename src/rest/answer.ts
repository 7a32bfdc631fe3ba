/** What goes back over the wire, whole: the body is written as it stands. Null has none. */
export interface RestAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
}

/** A JSON answer. Every answer of the API carries its request id and is kept by no cache. */
export function json(
  status: number,
  request_id: string,
  body: unknown,
  headers: Record<string, string> = {},
): RestAnswer {
  return text(status, request_id, "application/json; charset=utf-8", JSON.stringify(body), headers);
}

/** An answer in another content type. */
export function text(
  status: number,
  request_id: string,
  contentType: string,
  body: string,
  headers: Record<string, string> = {},
): RestAnswer {
  return {
    status,
    headers: { "Content-Type": contentType, "Cache-Control": "no-store", "X-Request-Id": request_id, ...headers },
    body,
  };
}
