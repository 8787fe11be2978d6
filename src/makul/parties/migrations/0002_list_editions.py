"""Remembers which lists of territories were loaded, and what each covers."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('parties', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ListEdition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=300)),
                ('edition_on', models.DateField()),
                ('source', models.CharField(max_length=300)),
                ('covers', models.JSONField(default=list)),
                ('rows', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('loaded_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['edition_on', 'pk'],
            },
        ),
    ]
