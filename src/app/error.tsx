"use client";
import { Crash } from "#ui/crash.tsx";

export default Crash;
