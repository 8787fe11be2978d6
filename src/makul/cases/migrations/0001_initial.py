"""The first tables of the room `cases`."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('documents', '0001_initial'),
        ('parties', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('procedure', models.CharField(max_length=40)),
                ('edition', models.CharField(max_length=40)),
                ('document', models.CharField(max_length=300)),
                ('signed_on', models.DateField()),
                ('left_on', models.DateField(blank=True, null=True)),
                ('terms', models.JSONField(blank=True, default=dict)),
                ('appeal_body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
                ('association', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
                ('facilitator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
                ('initiator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
            ],
            options={
                'ordering': ['-signed_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=20, unique=True)),
                ('procedure', models.CharField(max_length=40)),
                ('edition', models.CharField(max_length=40)),
                ('track', models.CharField(default='ordinary', max_length=10)),
                ('act_kind', models.CharField(max_length=16)),
                ('title_ky', models.TextField(blank=True)),
                ('title_ru', models.TextField(blank=True)),
                ('opened_at', models.DateTimeField()),
                ('is_demonstration', models.BooleanField(default=False)),
                ('judged_on', models.DateField(blank=True, null=True)),
                ('stage', models.CharField(blank=True, db_index=True, max_length=40)),
                ('outcome', models.CharField(blank=True, max_length=40)),
                ('is_closed', models.BooleanField(db_index=True, default=False)),
                ('next_due_on', models.DateField(blank=True, db_index=True, null=True)),
                ('next_due_step', models.CharField(blank=True, max_length=40)),
                ('breach_count', models.PositiveIntegerField(default=0)),
                ('agreement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='cases.agreement')),
                ('previous', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='next_cases', to='cases.case')),
            ],
            options={
                'ordering': ['-opened_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('planned_at', models.DateTimeField()),
                ('place', models.CharField(blank=True, max_length=300)),
                ('invited_at', models.DateTimeField(blank=True, null=True)),
                ('held_at', models.DateTimeField(blank=True, null=True)),
                ('has_quorum', models.BooleanField(blank=True, null=True)),
                ('record_ky', models.TextField(blank=True)),
                ('record_ru', models.TextField(blank=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='cases.case')),
            ],
            options={
                'ordering': ['case', 'planned_at'],
            },
        ),
        migrations.CreateModel(
            name='Participation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(max_length=16)),
                ('order', models.PositiveSmallIntegerField(default=0)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='cases.case')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='parties.party')),
            ],
            options={
                'ordering': ['case', 'role', 'order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Position',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('stance', models.CharField(blank=True, max_length=24)),
                ('summary', models.TextField(blank=True)),
                ('language', models.CharField(max_length=2)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('filed', 'Filed'), ('replaced', 'Replaced'), ('withdrawn', 'Withdrawn')], default='draft', max_length=10)),
                ('is_paper', models.BooleanField(default=False)),
                ('filed_at', models.DateTimeField(blank=True, null=True)),
                ('receipt', models.CharField(blank=True, db_index=True, max_length=20)),
                ('changed_at', models.DateTimeField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='cases.case')),
                ('drafted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.mandate')),
                ('filed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.mandate')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to='parties.party')),
                ('version', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='documents.version')),
            ],
            options={
                'ordering': ['case', 'filed_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('office', models.CharField(max_length=200)),
                ('may_decide', models.BooleanField(default=False)),
                ('is_remote', models.BooleanField(default=False)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presences', to='cases.meeting')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
            ],
        ),
        migrations.CreateModel(
            name='Protocol',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=14)),
                ('drawn_at', models.DateTimeField()),
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='protocol', to='cases.case')),
                ('drawn_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
                ('version', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='documents.version')),
            ],
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('eid', models.CharField(max_length=160)),
                ('kind', models.CharField(max_length=10)),
                ('text', models.TextField()),
                ('wording', models.TextField(blank=True)),
                ('reason', models.TextField(blank=True)),
                ('once_som', models.BigIntegerField(blank=True, null=True)),
                ('yearly_som', models.BigIntegerField(blank=True, null=True)),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='cases.position')),
            ],
            options={
                'ordering': ['position', 'order'],
            },
        ),
        migrations.CreateModel(
            name='Row',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('eid', models.CharField(max_length=160)),
                ('kind', models.CharField(max_length=10)),
                ('text_ky', models.TextField(blank=True)),
                ('text_ru', models.TextField(blank=True)),
                ('wording_ky', models.TextField(blank=True)),
                ('wording_ru', models.TextField(blank=True)),
                ('once_som', models.BigIntegerField(blank=True, null=True)),
                ('yearly_som', models.BigIntegerField(blank=True, null=True)),
                ('is_minority', models.BooleanField(default=False)),
                ('is_dropped', models.BooleanField(default=False)),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='cases.case')),
            ],
            options={
                'ordering': ['case', 'is_minority', 'number'],
            },
        ),
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=10)),
                ('text_ky', models.TextField(blank=True)),
                ('text_ru', models.TextField(blank=True)),
                ('wording_ky', models.TextField(blank=True)),
                ('wording_ru', models.TextField(blank=True)),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('drafted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.mandate')),
                ('published_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.mandate')),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='reply', to='cases.row')),
            ],
            options={
                'verbose_name_plural': 'replies',
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('taken', models.CharField(max_length=10)),
                ('reason_ky', models.TextField(blank=True)),
                ('reason_ru', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='cases.row')),
            ],
        ),
        migrations.CreateModel(
            name='Comparison',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('result', models.CharField(max_length=14)),
                ('eid', models.CharField(blank=True, max_length=160)),
                ('is_promise_kept', models.BooleanField(blank=True, null=True)),
                ('note_ky', models.TextField(blank=True)),
                ('note_ru', models.TextField(blank=True)),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='comparison', to='cases.row')),
            ],
        ),
        migrations.CreateModel(
            name='RowRemark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('remark', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='link', to='cases.remark')),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='cases.row')),
            ],
        ),
        migrations.CreateModel(
            name='RowResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_settled', models.BooleanField()),
                ('wording_ky', models.TextField(blank=True)),
                ('wording_ru', models.TextField(blank=True)),
                ('note_ky', models.TextField(blank=True)),
                ('note_ru', models.TextField(blank=True)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='results', to='cases.meeting')),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='result', to='cases.row')),
            ],
        ),
        migrations.CreateModel(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('is_refused', models.BooleanField(default=False)),
                ('reason', models.TextField(blank=True)),
                ('dissent', models.TextField(blank=True)),
                ('sha256', models.CharField(max_length=64)),
                ('method', models.CharField(max_length=20)),
                ('proof', models.TextField(blank=True)),
                ('mandate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.mandate')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
                ('protocol', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='cases.protocol')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('step', models.CharField(max_length=40)),
                ('value', models.CharField(blank=True, max_length=24)),
                ('at', models.DateTimeField()),
                ('language', models.CharField(max_length=2)),
                ('text', models.TextField()),
                ('points', models.JSONField(blank=True, default=list)),
                ('answers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answered_by', to='cases.statement')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.mandate')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statements', to='cases.case')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(('left_on__isnull', True), ('left_on__gte', models.F('signed_on')), _connector='OR'), name='agreement_days'),
        ),
        migrations.AddConstraint(
            model_name='agreement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('facilitator', models.F('initiator')), _negated=True), models.Q(('facilitator', models.F('association')), _negated=True)), name='agreement_neutral_facilitator'),
        ),
        migrations.AddConstraint(
            model_name='participation',
            constraint=models.UniqueConstraint(fields=('case', 'party'), name='participation_once'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('case', 'party'), name='position_one_draft'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'filed')), fields=('case', 'party'), name='position_one_filed'),
        ),
        migrations.AddConstraint(
            model_name='remark',
            constraint=models.UniqueConstraint(fields=('position', 'order'), name='remark_order'),
        ),
        migrations.AddConstraint(
            model_name='remark',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('once_som__isnull', True), ('once_som__gte', 0), _connector='OR'), models.Q(('yearly_som__isnull', True), ('yearly_som__gte', 0), _connector='OR')), name='remark_som'),
        ),
        migrations.AddConstraint(
            model_name='row',
            constraint=models.UniqueConstraint(fields=('case', 'number'), name='row_number'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.UniqueConstraint(fields=('row', 'party'), name='decision_once'),
        ),
        migrations.AddConstraint(
            model_name='signature',
            constraint=models.UniqueConstraint(fields=('protocol', 'party'), name='signature_once'),
        ),
    ]
