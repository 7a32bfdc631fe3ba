import { agent, customer, exchange, homeExchange, type Scenario, saleExchange, tool } from "./bank.ts";

const found = tool("search_properties", "بحث في العروض: {district} · العرض متاح وتصريح الإعلان ساري");

const details = [
  saleExchange(
    customer("الـ service charge كم؟", "وكم رسوم الخدمات في السنة؟"),
    agent("حوالي 16 درهم للقدم المربع في السنة، وتشمل الصيانة العامة والأمن والجيم."),
  ),
  exchange(
    customer("عندكم permit للإعلان؟", "الإعلان مصرّح؟"),
    agent(
      "هيه نعم، رقم التصريح {permit} من دائرة الأراضي والأملاك، و[تقدر تمسح|تقدرين تمسحين] الـ QR و[تتأكد|تتأكدين].",
    ),
  ),
  homeExchange(customer("فيه بركة سباحة وجيم؟"), agent("هيه، فيه بركة وجيم وملعب للعيال، والمواقف مظللة.")),
  homeExchange(
    customer("القطعة هادية؟ عندنا يهال.", "قريبة من المدارس؟"),
    agent("وايد هادية، والحضانة والمدارس على خمس دقايق، والـ park جدام البيت."),
  ),
  saleExchange(
    customer("رسوم التسجيل كم؟"),
    agent("أربعة بالمية لدائرة الأراضي من سعر البيع، والعمولة اثنين بالمية زائد الضريبة."),
  ),
  exchange(
    customer("ممكن ينزل في السعر شوي؟", "السعر negotiable ولا final؟"),
    agent("المالك مب مستعيل، بس أقدر أوصّل عرضك لفريق المبيعات ويردّون عليك."),
  ),
  saleExchange(
    customer("العائد كم تقريبًا لو أجّرتها؟"),
    agent("الـ ROI في {district} بين ستة وسبعة بالمية حسب التشطيب والطابق."),
  ),
  saleExchange(
    customer("تقبلون payment plan؟"),
    agent("هذي وحدة جاهزة، تمشي كاش أو تمويل بنكي. الـ payment plan في المشاريع الجديدة بس."),
  ),
];

export const emiratiSales: Record<"price" | "viewing" | "financing" | "follow_up", Scenario> = {
  price: {
    opening: [
      [
        customer("بغيت أسأل عن {title}، السعر كم؟", "شفت الإعلان مال {title}، كم المطلوب؟"),
        found,
        agent("هيه نعم متوفر. السعر {price}، و{size}.", "متاح والحمد لله، المطلوب {price}، و{size}."),
      ],
      [
        customer("عرض {title} بعده موجود؟ وشو آخر سعر؟", "حبيت أعرف تفاصيل {title} والسعر لو سمحت<|ي>."),
        agent("موجود، السعر {price}، و{size}، والتشطيب نظيف وايد."),
      ],
    ],
    middle: details,
    endings: {
      not_interested: [
        [
          customer("لا غالي علينا، ندوّر شي أرخص.", "فوق الـ budget مالي بصراحة."),
          agent("ولا يهمك، إذا نزل شي يناسب ميزانيتك بنخبّرك. حيّاك الله."),
        ],
      ],
    },
    summary: {
      answered: ["سأل[|ت] عن سعر {title} والرسوم، وأُجيب[|ت] عن كل الأسئلة."],
      interested: ["[مهتم|مهتمة] بعرض {title} بسعر {price}، وطلب[|ت] إرسال الصور والمخطط."],
      not_interested: ["سأل[|ت] عن {title}، والسعر فوق الميزانية."],
      booked: ["سأل[|ت] عن {title} ثم حجز[|ت] معاينة يوم {day} الساعة {time}."],
      handed_over: ["[يريد|تريد] تقديم عرض أقل على {title}، والمتابعة عند {staff}."],
    },
  },
  viewing: {
    opening: [
      [
        customer("أبا أشوف {title}، متى يصير؟", "بغيت أسوي viewing حق {title} هالأسبوع."),
        found,
        agent("حيّاك الله، العرض متاح بسعر {price}. المعاينات من عشر الصبح لين ثمان بالليل."),
      ],
      [
        customer("أنا و[حرمتي|ريلي] نبا نشوف {title}.", "رمستكم قبل عن {title} وأبا أحجز معاينة."),
        agent("[تامر|تامرين] أمر. السعر {price}، و{size}، وبرتّب لكم الموعد الحين."),
      ],
    ],
    middle: details,
    summary: {
      booked: ["طلب[|ت] معاينة {title} يوم {day} الساعة {time} مع {staff}، بانتظار الاعتماد."],
      interested: ["[يبحث|تبحث] في {district} و[يريد|تريد] المعاينة بعد العودة من السفر."],
      handed_over: ["معاينة لأكثر من وحدة في نفس اليوم، والترتيب عند {staff}."],
      answered: ["سأل[|ت] عن أوقات المعاينة في {district}."],
    },
  },
  financing: {
    opening: [
      [
        customer("أبا آخذ {title} عن طريق mortgage، يصير؟", "الدفعة الأولى كم حق {title}؟"),
        agent("السعر {price}، ويمشي تمويل. الدفعة للمواطن خمسطعش بالمية وللمقيم عشرين بالمية من أول بيت."),
      ],
      [
        customer("البنك عطاني pre-approval، شو الخطوة اللي عقبها على {title}؟"),
        found,
        agent("ممتاز. نوقّع Form F و[تدفع|تدفعين] عربون عشرة بالمية، وعقبها التقييم من البنك."),
      ],
    ],
    middle: [
      exchange(customer("تتعاملون ويا {bank}؟"), agent("هيه، عندنا mortgage advisor يتابع ويا {bank} بدون رسوم عليك.")),
      exchange(customer("الـ pre-approval كم ياخذ؟"), agent("من ثلاثة لخمسة أيام عمل إذا الأوراق كاملة.")),
      exchange(customer("والـ valuation على منو؟"), agent("عليك، بين ألفين ونص وثلاثة آلاف ونص درهم حسب البنك.")),
      exchange(
        customer("لو التقييم طلع أقل من السعر؟"),
        agent("البنك يموّل على قيمة التقييم، والفرق كاش أو نفاوض المالك."),
      ),
    ],
    summary: {
      answered: ["استفسار عن الدفعة الأولى ورسوم التمويل لعرض {title}."],
      interested: ["[يشتري|تشتري] بتمويل من {bank}، و[ينتظر|تنتظر] الموافقة المبدئية."],
      handed_over: ["أسئلة تفصيلية عن التمويل والتقييم، والمتابعة عند {staff}."],
      booked: ["الموافقة المبدئية من {bank} جاهزة، وحجز[|ت] معاينة {title} يوم {day} الساعة {time}."],
    },
  },
  follow_up: {
    opening: [
      [
        agent("السلام عليكم {name}، شحالك؟ معاك {agent} من {company} بخصوص {title}. وقتك يسمح دقيقة؟"),
        customer("وعليكم السلام، هيه <تفضل|تفضلي>.", "هلا، هيه بس بسرعة عندي اجتماع."),
        agent("العرض بعده متاح بسعر {price}، وحبيت أعرف إذا [تبا تشوفه|تبين تشوفينه] هالأسبوع."),
      ],
      [
        agent("مرحبا {name}، معاك {agent} من {company}. نزل عرض يديد في {district}، أعطيك التفاصيل؟"),
        customer("هيه، شو عندكم؟", "أوكي، go ahead."),
        agent("{title} بسعر {price}، و{size}، وجاهز للتسليم."),
      ],
    ],
    middle: details,
    endings: {
      not_interested: [
        [customer("لا خلاص شرينا، ما قصرتوا."), agent("مبروك عليكم، وأي شي تحتاجونه نحن موجودين.")],
        [customer("الحين لا، يمكن السنة الياية."), agent("ولا يهمك، شكرًا على وقتك.")],
      ],
    },
    summary: {
      booked: ["متابعة ناجحة: حجز[|ت] معاينة {title} يوم {day} الساعة {time}."],
      interested: ["ما زال[|ت] [مهتمًا|مهتمة] بعروض {district}، وطلب[|ت] التفاصيل على الواتساب."],
      not_interested: ["لم [يعد مهتمًا|تعد مهتمة] في الوقت الحالي."],
      answered: ["متابعة قصيرة، و[سيتواصل|ستتواصل] عند الحاجة."],
    },
  },
};
