"use client";
import { useEffect, useState } from "react";

/** A value once the hand that types it has rested, so that each letter does not ask the server. Compared by its content. */
export function useRested<Value>(value: Value, ms = 300): Value {
  const [rested, setRested] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(key)), ms);
    return () => clearTimeout(timer);
  }, [key, ms]);
  return rested;
}
