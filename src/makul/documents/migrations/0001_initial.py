"""The first tables of the room `documents`."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('parties', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Blob',
            fields=[
                ('sha256', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('data', models.BinaryField()),
                ('size', models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(db_index=True, max_length=80)),
                ('kind', models.CharField(choices=[('draft', 'Draft'), ('note', 'Note'), ('comparative', 'Comparative'), ('costs', 'Costs'), ('summary', 'Summary'), ('position', 'Position'), ('minutes', 'Minutes'), ('protocol', 'Protocol'), ('certificate', 'Certificate'), ('dissent', 'Dissent'), ('decision', 'Decision'), ('adopted', 'Adopted'), ('attachment', 'Attachment')], max_length=16)),
                ('is_public', models.BooleanField(default=True)),
                ('created_at', models.DateTimeField()),
                ('author', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='parties.party')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('language', models.CharField(max_length=5)),
                ('title', models.TextField(blank=True)),
                ('file_name', models.CharField(max_length=200)),
                ('content_type', models.CharField(max_length=100)),
                ('created_at', models.DateTimeField()),
                ('blob', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='documents.blob')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='documents.document')),
            ],
            options={
                'ordering': ['document', 'number', 'language'],
            },
        ),
        migrations.CreateModel(
            name='Provision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveIntegerField()),
                ('eid', models.CharField(max_length=160)),
                ('kind', models.CharField(max_length=16)),
                ('number', models.CharField(blank=True, max_length=40)),
                ('heading', models.TextField(blank=True)),
                ('text', models.TextField(blank=True)),
                ('search', models.TextField(blank=True)),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='provisions', to='documents.version')),
            ],
            options={
                'ordering': ['version', 'order'],
            },
        ),
        migrations.AddConstraint(
            model_name='version',
            constraint=models.UniqueConstraint(fields=('document', 'number', 'language'), name='version_number_language'),
        ),
        migrations.AddConstraint(
            model_name='provision',
            constraint=models.UniqueConstraint(fields=('version', 'eid'), name='provision_version_eid'),
        ),
    ]
