"""Addresses of the room `expertise`."""

from django.urls import path

from makul.expertise.views import ordering, public, register, statements, work, worksheet

STATED = tuple(statements.STATED)

urlpatterns = [
    path("expertise/", public.expertise_list, name="expertise_list"),
    path("expertise/experts/", public.expert_list, name="expert_list"),
    path("expertise/experts/<slug:key>/", public.expert, name="expert"),
    path("expertise/method/", public.expertise_method, name="expertise_method"),
    path("expertise/order/", ordering.expertise_order, name="expertise_order"),
    path("expertise/mine/", work.expertise_mine, name="expertise_mine"),
    path("expertise/interests/", register.own_interests, name="own_interests"),
    path("expertise/register/", register.register_desk, name="expert_register"),
    path("expertise/register/new/", register.expert_new, name="expert_new"),
    path("expertise/register/<slug:key>/", register.expert_edit, name="expert_edit"),
    path("expertise/register/<slug:key>/suspend/", register.expert_suspend, name="expert_suspend"),
    path("expertise/<slug:number>/", public.expertise_case, name="expertise_case"),
    path("expertise/<slug:number>/work/", work.expertise_work, name="expertise_work"),
    path(
        "expertise/<slug:number>/appoint/",
        ordering.appoint,
        {"step": "appointed"},
        name="expertise_appointed",
    ),
    path(
        "expertise/<slug:number>/replace/",
        ordering.appoint,
        {"step": "replaced"},
        name="expertise_replaced",
    ),
    path(
        "expertise/<slug:number>/declare/",
        ordering.declare,
        {"step": "interests_declared"},
        name="expertise_interests_declared",
    ),
    path(
        "expertise/<slug:number>/declare/replacement/",
        ordering.declare,
        {"step": "replacement_declared"},
        name="expertise_replacement_declared",
    ),
    path("expertise/<slug:number>/worksheet/", worksheet.worksheet, name="expertise_verdict"),
    path("expertise/<slug:number>/worksheet/costs/", worksheet.costs, name="expertise_costs"),
    path(
        "expertise/<slug:number>/worksheet/verdict/",
        worksheet.verdict_edit,
        name="expertise_verdict_edit",
    ),
    path("expertise/<slug:number>/worksheet/<slug:part>/", worksheet.part, name="expertise_part"),
    path(
        "expertise/<slug:number>/second/",
        worksheet.verdict_edit,
        {"deliberation": 2},
        name="expertise_second_deliberation",
    ),
    path("expertise/<slug:number>/sign/<int:deliberation>/", worksheet.sign, name="expertise_sign"),
    path(
        "expertise/<slug:number>/attach/",
        ordering.attach,
        {"deliberation": 1},
        name="expertise_expertise_attached",
    ),
    path(
        "expertise/<slug:number>/attach/second/",
        ordering.attach,
        {"deliberation": 2},
        name="expertise_second_attached",
    ),
    *(
        path(
            f"expertise/<slug:number>/{step.replace('_', '-')}/",
            statements.stated,
            {"step": step},
            name=f"expertise_{step}",
        )
        for step in STATED
    ),
]
