import { agent, customer, staff, type TextBank, tool } from "./bank.ts";
import { emiratiSales } from "./emirati-sales.ts";
import { emiratiService } from "./emirati-service.ts";

/** Dubai's everyday Arabic, with the English words that people there mix in. */
export const emirati: TextBank = {
  language: "ar",
  greeting: [
    "مرحبا الساع، معاك {agent} من {company}. المكالمة مسجّلة لجودة الخدمة، كيف أقدر أساعدك؟",
    "السلام عليكم، {company} وياك، أنا {agent}. المكالمة مسجّلة، شو أقدر أخدمك فيه؟",
  ],
  openers: {
    voice: ["وعليكم السلام. ", "هلا والله، ", "مرحبتين، ", ""],
    chat: ["السلام عليكم، ", "مرحبا، ", "هلا، ", "Hi، ", ""],
  },
  scenarios: { ...emiratiSales, ...emiratiService },
  endings: {
    answered: [
      [customer("زين فهمت، مشكور<|ة>."), agent("العفو، حاضرين في أي وقت.")],
      [customer("أوكي تمام، thank you."), agent("حيّاك الله، نهارك سعيد.")],
    ],
    interested: [
      [customer("<طرّش|طرّشي> لي الصور والـ floor plan وبشوف."), agent("تم، وصلتك على الواتساب. [خذ|خذي] وقتك.")],
      [customer("خلني أشاور الأهل وبرد عليكم."), agent("ولا يهمك، والعرض بعده متاح هالأسبوع.")],
    ],
    not_interested: [[customer("لا مب مناسب، مشكور<|ة>."), agent("العفو، وأي وقت حيّاك الله.")]],
    booked: [
      [
        customer("عيل أبا أعاين، متى عندكم؟", "زين، <احجز|احجزي> لي viewing."),
        agent("عندي {day} الساعة {time} ويا {staff}، يناسبك؟"),
        customer("هيه مناسب.", "Perfect، <ثبّته|ثبّتيه>."),
        tool("request_booking", "طلب معاينة: {title}، {day} {time}"),
        agent("تم، طرّشت الطلب وبيوصلك التأكيد عقب اعتماد فريق المبيعات."),
      ],
      [
        agent("[تبا|تبين] أحجز لك معاينة؟ عندي {day} الساعة {time} ويا {staff}."),
        customer("هيه توكّلنا على الله.", "أوكي، confirm."),
        tool("request_booking", "طلب معاينة: {title}، {day} {time}"),
        agent("خلاص سجّلته، وبطرّش لك الـ location على الواتساب."),
      ],
    ],
    handed_over: [
      [
        customer("ممكن أرمس حد من المبيعات؟", "أبا أكلّم شخص لو سمحت<|ي>."),
        tool("hand_over_to_staff", "تحويل إلى {staff}"),
        agent("أكيد، بحوّلك الحين على {staff}."),
        staff("هلا {name}، معاك {staff} من {company}. قريت المحادثة وبكمّل وياك."),
      ],
    ],
    wrong_number: [[customer("السموحة، غلط في الرقم."), agent("ما صار شي.")]],
    failed: [[customer("ألو؟ الصوت مب واضح…"), agent("الخط يقطّع، بنرد نتصل فيك عقب شوي.")]],
  },
  next_step: {
    booked: ["اعتماد المعاينة أو اقتراح موعد آخر", "التأكد من المفتاح مع الحارس ثم الاعتماد"],
    interested: ["إرسال المخطط والصور ومتابعة بعد يومين", "متابعة بعروض مشابهة في {district}"],
    handed_over: ["المتابعة عند {staff} اليوم"],
    ticket_opened: ["متابعة التذكرة حتى الحل"],
    no_answer: ["معاودة الاتصال مساءً"],
    failed: ["معاودة الاتصال"],
  },
};
