"""The first tables of the room `drafts`."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0001_initial'),
        ('documents', '0001_initial'),
        ('parties', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='DraftAct',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act_kind', models.CharField(max_length=16)),
                ('track', models.CharField(default='ordinary', max_length=10)),
                ('track_reason', models.TextField(blank=True)),
                ('title_ky', models.TextField(blank=True)),
                ('title_ru', models.TextField(blank=True)),
                ('summary_ky', models.TextField(blank=True)),
                ('summary_ru', models.TextField(blank=True)),
                ('questions_ky', models.TextField(blank=True)),
                ('questions_ru', models.TextField(blank=True)),
                ('missing_language_by', models.DateField(blank=True, null=True)),
                ('is_financing_determined', models.BooleanField(blank=True, null=True)),
                ('created_at', models.DateTimeField()),
                ('case', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='cases.case')),
                ('initiator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drafts', to='parties.party')),
                ('prepared_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.mandate')),
            ],
            options={
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='CostLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('eid', models.CharField(blank=True, max_length=160)),
                ('body_kind', models.CharField(max_length=16)),
                ('item_ky', models.CharField(blank=True, max_length=300)),
                ('item_ru', models.CharField(blank=True, max_length=300)),
                ('bodies', models.PositiveIntegerField(default=1)),
                ('once_som', models.BigIntegerField(blank=True, null=True)),
                ('yearly_som', models.BigIntegerField(blank=True, null=True)),
                ('lost_revenue_som', models.BigIntegerField(blank=True, null=True)),
                ('staff', models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True)),
                ('source_ky', models.CharField(blank=True, max_length=300)),
                ('source_ru', models.CharField(blank=True, max_length=300)),
                ('party', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.party')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='costs', to='drafts.draftact')),
            ],
            options={
                'ordering': ['draft', 'party', 'order'],
            },
        ),
        migrations.CreateModel(
            name='Screening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.CharField(blank=True, max_length=14)),
                ('ground', models.CharField(blank=True, max_length=60)),
                ('reason_ky', models.TextField(blank=True)),
                ('reason_ru', models.TextField(blank=True)),
                ('circle_ky', models.TextField(blank=True)),
                ('circle_ru', models.TextField(blank=True)),
                ('at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='parties.mandate')),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='screening', to='drafts.draftact')),
            ],
        ),
        migrations.CreateModel(
            name='NoteHeading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('text_ky', models.TextField(blank=True)),
                ('text_ru', models.TextField(blank=True)),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='headings', to='drafts.draftact')),
            ],
            options={
                'ordering': ['draft', 'number'],
                'constraints': [models.UniqueConstraint(fields=('draft', 'number'), name='note_heading_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1), ('number__lte', 8)), name='note_heading_eight')],
            },
        ),
        migrations.CreateModel(
            name='PackageItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=16)),
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, to='documents.document')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='drafts.draftact')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('kind', 'attachment'), _negated=True), fields=('draft', 'kind'), name='package_item_kind')],
            },
        ),
        migrations.CreateModel(
            name='InterestFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=12)),
                ('found', models.CharField(max_length=6)),
                ('eids', models.JSONField(blank=True, default=list)),
                ('words_ky', models.TextField(blank=True)),
                ('words_ru', models.TextField(blank=True)),
                ('screening', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='drafts.screening')),
            ],
            options={
                'ordering': ['screening', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('screening', 'kind'), name='finding_kind')],
            },
        ),
    ]
