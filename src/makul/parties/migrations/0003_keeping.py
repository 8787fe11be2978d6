"""Keeps forms not sent yet, names the members of a board, and holds boundaries an operator loads."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('parties', '0002_list_editions'),
    ]

    operations = [
        migrations.CreateModel(
            name='Boundary',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=20, unique=True)),
                ('rings', models.JSONField()),
                ('source', models.CharField(max_length=300)),
                ('loaded_at', models.DateTimeField()),
            ],
            options={
                'verbose_name_plural': 'boundaries',
            },
        ),
        migrations.AddField(
            model_name='mandate',
            name='is_board',
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name='KeptForm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=200)),
                ('data', models.JSONField()),
                ('kept_at', models.DateTimeField()),
                ('mandate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kept_forms', to='parties.mandate')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('mandate', 'address'), name='kept_form_once')],
            },
        ),
    ]
