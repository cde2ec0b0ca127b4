using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FashionRecs.Application.Accounts;
using FashionRecs.Application.Impressions;
using FashionRecs.Application.Privacy;
using FashionRecs.Application.Research;
using FashionRecs.Application.Research.Lab;
using FashionRecs.Application.Shop;
using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Explanations.Views;
using FashionRecs.Experiments.Logging;
using FashionRecs.Web.Tests.Accounts;
using FashionRecs.Web.Tests.Shop.Arms;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Web.Tests.Privacy;

public class StoredTablesTests
{
    [Fact]
    public async Task Tables_OfTheDatabase_AreAllNamed()
    {
        await using var shop = new EmptyShop();
        await shop.CreateClient().GetAsync("/");

        string[] there = [.. Rows(shop.Database.Settings.DatabasePath!, "SELECT name FROM sqlite_master WHERE type = 'table'")
            .Select(row => row[0])
            .Where(name => !name.StartsWith("sqlite_", StringComparison.Ordinal) && !name.StartsWith("__", StringComparison.Ordinal))];

        Assert.Equal(there.Order(), StoredTables.All.Select(table => table.Name).Order());
    }

    [Fact]
    public async Task Page_AboutPrivacy_SaysWhatIsKeptInEveryTableAboutPeople()
    {
        await using var shop = new EmptyShop();

        var html = System.Net.WebUtility.HtmlDecode(await shop.CreateClient().GetStringAsync("/privacy"));

        Assert.All(StoredTables.All.Where(table => table.What.Length > 0), table => Assert.Contains(table.What, html));
    }

    [Fact]
    public async Task DownloadAndDelete_SomebodyOfWhomEverythingIsKept_CoverEveryTable()
    {
        await using var shop = await ArmShop.OpenAsync(new WordsOnly(), new BoxWithWords());
        var email = $"{Guid.NewGuid():N}@example.org";
        var account = await shop.Services.GetRequiredService<IAccountDirectory>()
            .CreateAsync(email, SigningIn.Password, Roles.Merchandiser);
        await FillAsync(shop.Services, account);
        var client = shop.Client();
        await client.SignInAsync(email, SigningIn.Password);
        var database = shop.Database;
        Assert.All(
            StoredTables.All.Where(table => table.About is Concern.Shopper or Concern.Account),
            table => Assert.True(Mentions(database, table.Name, account.Id, email) > 0, $"The test keeps nothing in {table.Name}."));

        var data = await client.GetFromJsonAsync<JsonElement>("/account/data");
        Assert.All(StoredTables.All.Where(table => table.Export is not null), table => Assert.True(
            data.GetProperty(table.Export!) is var part
                && (part.ValueKind == JsonValueKind.Array ? part.GetArrayLength() > 0
                : part.ValueKind is JsonValueKind.String or JsonValueKind.Object),
            $"{table.Name} is not in the file."));
        Assert.DoesNotContain("Hash", data.GetRawText(), StringComparison.OrdinalIgnoreCase);

        await client.SendFormAsync("/account", "", "/account/delete", ("sure", "yes"));

        Assert.All(StoredTables.All,
            table => Assert.True(Mentions(database, table.Name, account.Id, email) == 0, $"{table.Name} still knows them."));
    }

    private static async Task FillAsync(IServiceProvider services, Account account)
    {
        var shop = services.GetRequiredService<ShopService>();
        await shop.RecordAsync(new ShopperEvent(Guid.NewGuid(), account.Id, Domain.Preferences.PreferenceSignal.Like, "p0"));
        await shop.ShownAsync(new Impression(Guid.NewGuid(), account.Id, "home", ["p0"]));
        var store = services.GetRequiredService<IExposureStore>();
        var now = TimeProvider.System.GetUtcNow();
        var exposure = new Exposure(ArmShop.Key, 1, account.Id.ToString(), "treatment", now, "p0", 1, null, null, false);
        await store.LogAsync(exposure);
        await store.LogAsync(new Outcome(Guid.NewGuid(), exposure.Id, OutcomeKind.Like, now, 1, "p0"));
        var participants = services.GetRequiredService<IParticipantStore>();
        await participants.AddAsync(ArmShop.Key, 1);
        var (participant, revision) = (await participants.FindAsync(ArmShop.Key, 1))!.Value;
        await participants.SaveAsync(ArmShop.Key, participant with { Unit = account.Id, Place = 0, Answers = [new(1, "a", 4)] }, revision);
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var kept = (await accounts.FindByIdAsync(account.Id.ToString()))!;
        await accounts.SetAuthenticationTokenAsync(kept, "FashionRecs", "LastCode", "123456");
        await accounts.AddClaimAsync(kept, new System.Security.Claims.Claim("kind", "value"));
        await accounts.AddLoginAsync(kept, new UserLoginInfo("elsewhere", "key", "Elsewhere"));
        await accounts.AddOrUpdatePasskeyAsync(kept,
            new UserPasskeyInfo([1, 2, 3], [4, 5, 6], now, 0, ["internal"], true, false, false, [7],
            Encoding.UTF8.GetBytes("{}")) { Name = "My phone" });
    }

    /// <summary>Rows of a table in which a column holds the number or the address of somebody, whatever the column is called.</summary>
    private static int Mentions(string database, string table, Guid number, string email) =>
        Rows(database, $"SELECT * FROM \"{table}\"").Count(row => row.Any(cell =>
        cell.Contains(number.ToString(), StringComparison.OrdinalIgnoreCase) || cell.Contains(email, StringComparison.OrdinalIgnoreCase)));

    private static List<string[]> Rows(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column).ToString() ?? "")]);
        }

        return rows;
    }
}
