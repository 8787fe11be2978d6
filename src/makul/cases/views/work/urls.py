"""Addresses of the work pages of a case."""

from django.urls import URLPattern, path

from makul.cases.views.work.case import case_work
from makul.cases.views.work.filing import (
    paper_receipt,
    paper_receipt_pdf,
    position_receipt,
    position_release,
    receipt_pdf,
)
from makul.cases.views.work.letters import letter, letter_calendar, outbox
from makul.cases.views.work.meeting_urls import urlpatterns as of_meeting
from makul.cases.views.work.merging import rows_desk
from makul.cases.views.work.motions import own_motion
from makul.cases.views.work.outcomes import adoption, compare, consider, forward, publication
from makul.cases.views.work.paper import paper_position
from makul.cases.views.work.position import association_position, join, position_edit
from makul.cases.views.work.protocols import protocol_draw, protocol_sign
from makul.cases.views.work.replies import replies_desk, reply_edit
from makul.cases.views.work.replies_papers import replies_table
from makul.cases.views.work.replies_publish import replies_publish
from makul.cases.views.work.replies_revision import revision_rows
from makul.cases.views.work.replies_templates import (
    reply_template,
    reply_template_drop,
    reply_templates,
)
from makul.cases.views.work.replies_together import replies_together
from makul.cases.views.work.rows import own_remarks, row_drop, row_edit
from makul.cases.views.work.statements import statement
from makul.cases.views.work.today import institution, today
from makul.cases.views.work.word import word_answer, word_form

WORK = "cases/<str:number>/work/"

urlpatterns: list[URLPattern] = [
    path("today/", today, name="today"),
    path("today/institution/", institution, name="institution"),
    path("outbox/", outbox, name="outbox"),
    path("letters/<int:pk>/", letter, name="letter"),
    path("letters/<int:pk>/calendar.ics", letter_calendar, name="letter_calendar"),
    path("cases/own-motion/", own_motion, name="own_motion"),
    path(WORK, case_work, name="case_work"),
    path(f"{WORK}join/", join, name="join"),
    path(f"{WORK}position/", position_edit, name="position_edit"),
    path(f"{WORK}position/release/", position_release, name="position_release"),
    path(f"{WORK}position/receipt/", position_receipt, name="position_receipt"),
    path(f"{WORK}position/receipt.pdf", receipt_pdf, name="receipt_pdf"),
    path(f"{WORK}position/word/", word_answer, name="word_answer"),
    path(f"{WORK}position/word/<slug:tongue>.docx", word_form, name="word_form"),
    path(f"{WORK}paper/", paper_position, name="paper_position"),
    path(f"{WORK}paper/<int:position>/", paper_receipt, name="paper_receipt"),
    path(f"{WORK}paper/<int:position>/receipt.pdf", paper_receipt_pdf, name="paper_receipt_pdf"),
    path(f"{WORK}opinion/", association_position, name="association_position"),
    path(f"{WORK}rows/", rows_desk, name="rows_desk"),
    path(f"{WORK}rows/<int:row>/", row_edit, name="row_edit"),
    path(f"{WORK}rows/<int:row>/drop/", row_drop, name="row_drop"),
    path(f"{WORK}remarks/", own_remarks, name="own_remarks"),
    path(f"{WORK}replies/", replies_desk, name="replies_desk"),
    path(f"{WORK}replies/together/", replies_together, name="replies_together"),
    path(f"{WORK}replies/revision/", revision_rows, name="revision_rows"),
    path(
        f"{WORK}replies/table-<slug:paper_language>.<slug:ending>",
        replies_table,
        name="replies_table",
    ),
    path("reply-templates/", reply_templates, name="reply_templates"),
    path("reply-templates/new/", reply_template, name="reply_template_new"),
    path("reply-templates/<int:pk>/", reply_template, name="reply_template"),
    path("reply-templates/<int:pk>/drop/", reply_template_drop, name="reply_template_drop"),
    path(f"{WORK}replies/publish/", replies_publish, name="replies_publish"),
    path(f"{WORK}replies/<int:row>/", reply_edit, name="reply_edit"),
    *of_meeting,
    path(f"{WORK}protocol/", protocol_draw, name="protocol_draw"),
    path(f"{WORK}protocol/signature/", protocol_sign, name="protocol_sign"),
    path(f"{WORK}step/<slug:step>/", statement, name="statement"),
    path(f"{WORK}forward/", forward, name="forward"),
    path(f"{WORK}consider/", consider, name="consider"),
    path(f"{WORK}adoption/", adoption, name="adoption"),
    path(f"{WORK}publication/", publication, name="publication"),
    path(f"{WORK}comparison/", compare, name="compare"),
]
