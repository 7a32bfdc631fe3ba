/** A sentence in both languages. */
export interface Said {
  ar: string;
  en: string;
}

/** What people read of a refused step; each tool has the sentences of its own success. */
export const said = {
  invalid: { ar: "البيانات المطلوبة ناقصة أو غير صحيحة.", en: "What was given is incomplete or wrong." },
  not_allowed: { ar: "هذه الخطوة غير متاحة للوكيل.", en: "The agent may not do this." },
  unknown_tool: { ar: "لا توجد خطوة بهذا الاسم.", en: "There is no such step." },
  not_found: { ar: "لا يوجد سجل بهذه البيانات.", en: "There is no such record." },
  no_customer: { ar: "رقم جوال العميل غير معروف بعد.", en: "The customer's number is not known yet." },
} as const satisfies Record<string, Said>;
