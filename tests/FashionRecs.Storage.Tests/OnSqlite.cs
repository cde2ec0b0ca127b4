using FashionRecs.Storage.Tests.Backups;
using FashionRecs.Storage.Tests.Catalog;
using FashionRecs.Storage.Tests.CatalogImport;
using FashionRecs.Storage.Tests.Database;
using FashionRecs.Storage.Tests.Feeds;
using FashionRecs.Storage.Tests.Jobs;
using FashionRecs.Storage.Tests.Research;
using FashionRecs.Storage.Tests.Review;
using FashionRecs.Storage.Tests.Vocabularies;
using FashionRecs.Storage.Tests.Webhooks;
using FashionRecs.Tests.Databases;

namespace FashionRecs.Storage.Tests;

public sealed class BadInputOnSqliteTests() : BadInputTests(new SqliteFile());

public sealed class ChangedVocabularyOnSqliteTests() : ChangedVocabularyTests(new SqliteFile());

public sealed class ParticipantStoreOnSqliteTests() : ParticipantStoreTests(new SqliteFile());

public sealed class ExperimentStoreOnSqliteTests() : ExperimentStoreTests(new SqliteFile());

public sealed class GroupCommitOnSqliteTests() : GroupCommitTests(new SqliteFile());

public sealed class ResultsOfTheLogOnSqliteTests() : ResultsOfTheLogTests(new SqliteFile());

public sealed class ReviewStoreOnSqliteTests() : ReviewStoreTests(new SqliteFile());

public sealed class MigrationsOnSqliteTests() : MigrationsTests(new SqliteFile());

public sealed class TwoProcessesOnSqliteTests() : TwoProcessesTests(new SqliteFile());

public sealed class BackupOnSqliteTests() : BackupTests(new SqliteFile());

public sealed class CatalogImportLeaseOnSqliteTests() : CatalogImportLeaseTests(new SqliteFile());

public sealed class ProductStoreOnSqliteTests() : ProductStoreTests(new SqliteFile());

public sealed class CatalogByKeyOnSqliteTests() : CatalogByKeyTests(new SqliteFile());

public sealed class CatalogStartOnSqliteTests() : CatalogStartTests(new SqliteFile());

public sealed class JobWorkerOnSqliteTests() : JobWorkerTests(new SqliteFile());

public sealed class FeedStoreOnSqliteTests() : FeedStoreTests(new SqliteFile());

public sealed class WebhookStoreOnSqliteTests() : WebhookStoreTests(new SqliteFile());
