"""Tables of the desks: readings, the board's vote, assignments, templates, versions that settle, minutes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0001_initial'),
        ('documents', '0001_initial'),
        ('parties', '0003_keeping'),
    ]

    operations = [
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('mandate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='assignments', to='parties.mandate')),
                ('row', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='assignment', to='cases.row')),
            ],
        ),
        migrations.CreateModel(
            name='BoardDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('standing', 'Standing'), ('vote', 'Vote')], max_length=10)),
                ('document', models.CharField(blank=True, max_length=300)),
                ('opened_at', models.DateTimeField()),
                ('closes_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('sha256', models.CharField(max_length=64)),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.mandate')),
                ('position', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='board', to='cases.position')),
            ],
        ),
        migrations.CreateModel(
            name='BoardVote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('choice', models.CharField(choices=[('for', 'For'), ('against', 'Against'), ('abstained', 'Abstained')], max_length=10)),
                ('dissent', models.TextField(blank=True)),
                ('at', models.DateTimeField()),
                ('decision', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='votes', to='cases.boarddecision')),
                ('mandate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.mandate')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=2)),
                ('text', models.TextField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.mandate')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='cases.meeting')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MeetingTask',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text_ky', models.TextField(blank=True)),
                ('text_ru', models.TextField(blank=True)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='cases.meeting')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
            ],
            options={
                'ordering': ['meeting', 'due_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Reading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_at', models.DateTimeField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='readings', to='cases.case')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='parties.party')),
            ],
        ),
        migrations.CreateModel(
            name='ReplyTemplate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(max_length=10)),
                ('text_ky', models.TextField(blank=True)),
                ('text_ru', models.TextField(blank=True)),
                ('changed_at', models.DateTimeField()),
                ('changed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.mandate')),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reply_templates', to='parties.party')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='RowRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('eid', models.CharField(max_length=160)),
                ('is_settling', models.BooleanField()),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='revisions', to='cases.row')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.version')),
            ],
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('part', models.CharField(choices=[('consent', 'Consent'), ('disputed', 'Disputed')], max_length=10)),
                ('order', models.PositiveSmallIntegerField()),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agenda', to='cases.meeting')),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cases.row')),
            ],
            options={
                'ordering': ['meeting', 'order'],
                'constraints': [models.UniqueConstraint(fields=('meeting', 'row'), name='agenda_row_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='boarddecision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'standing'), _negated=True), models.Q(('document', ''), _negated=True), _connector='OR'), name='board_standing_document'),
        ),
        migrations.AddConstraint(
            model_name='boardvote',
            constraint=models.UniqueConstraint(fields=('decision', 'mandate'), name='board_vote_once'),
        ),
        migrations.AddConstraint(
            model_name='reading',
            constraint=models.UniqueConstraint(fields=('case', 'party'), name='reading_once'),
        ),
        migrations.AddConstraint(
            model_name='replytemplate',
            constraint=models.UniqueConstraint(fields=('party', 'name'), name='template_name'),
        ),
        migrations.AddConstraint(
            model_name='rowrevision',
            constraint=models.UniqueConstraint(fields=('row', 'version'), name='row_revision_once'),
        ),
    ]
