using FashionRecs.Application.Accounts;
using FashionRecs.Storage.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FashionRecs.Storage.Accounts;

/// <inheritdoc/>
internal sealed class AccountDirectory(ShopDatabase database, IServiceScopeFactory scopes, AccountChanges changes, SecurityLog log,
    TimeProvider time)
    : IAccountDirectory
{
    /// <inheritdoc/>
    public Task<Account> CreateAsync(string email, string password, params IEnumerable<string> roles) => WithAccountsAsync(async accounts =>
    {
        if (!AddressRules.IsAddress(email.Trim()))
        {
            throw new InvalidDataException("That is not an e-mail address.");
        }

        var account =
            new Account { Id = Guid.NewGuid(), UserName = email.Trim(), Email = email.Trim(),
            CreatedMilliseconds = time.GetUtcNow().ToUnixTimeMilliseconds() };
        Check(await accounts.CreateAsync(account, password));
        Check(await accounts.AddToRolesAsync(account, roles.Distinct()));
        log.AccountMade(account.Id);
        return account;
    });

    /// <inheritdoc/>
    public Task ConfirmAsync(Guid id) => WithAccountsAsync(async accounts =>
    {
        if (await accounts.FindByIdAsync(id.ToString()) is { EmailConfirmed: false } account)
        {
            account.EmailConfirmed = true;
            Check(await accounts.UpdateAsync(account));
        }

        return true;
    });

    /// <inheritdoc/>
    public Task<AccountEntry?> TryFindAsync(string email) => WithAccountsAsync(async accounts =>
        await accounts.FindByEmailAsync(email.Trim()) is { } account ? Entry(account, await accounts.GetRolesAsync(account)) : null);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AccountEntry>> FindAsync(string part = "", int limit = 200) =>
        WithAccountsAsync<IReadOnlyList<AccountEntry>>(async accounts =>
        {
            var wanted = accounts.NormalizeEmail(part.Trim()) ?? "";
            var found = await accounts.Users.AsNoTracking().Where(account => account.NormalizedEmail!.Contains(wanted))
                .OrderBy(account => account.NormalizedEmail).Take(limit).ToListAsync();
            var entries = new List<AccountEntry>();
            foreach (var account in found)
            {
                entries.Add(Entry(account, await accounts.GetRolesAsync(account)));
            }

            return entries;
        });

    /// <inheritdoc/>
    public async Task SetRoleAsync(Guid id, string role, bool given, Guid? by = null)
    {
        await OneAfterTheOtherAsync(async accounts =>
        {
            await DemandAdministratorAsync(accounts, by);
            var account = await accounts.FindByIdAsync(id.ToString()) ?? throw new InvalidDataException("That account is gone.");
            if (!given && role == Roles.Administrator && await LastAdministratorAsync(accounts, account))
            {
                throw new InvalidDataException($"{account.Email} is the only administrator; make somebody else one first.");
            }

            if (await accounts.IsInRoleAsync(account, role) != given)
            {
                Check(given ? await accounts.AddToRoleAsync(account, role) : await accounts.RemoveFromRoleAsync(account, role));
                if (!given)
                {
                    // Another stamp ends every session and every cookie, also those of other processes.
                    Check(await accounts.UpdateSecurityStampAsync(account));
                }

                log.RoleChanged(id, role, given, by);
            }

            return account;
        });
        changes.Tell(new AccountChange(id));
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(Guid id)
    {
        var gone = await OneAfterTheOtherAsync(async accounts =>
        {
            if (await accounts.FindByIdAsync(id.ToString()) is not { } account)
            {
                return false;
            }

            if (await LastAdministratorAsync(accounts, account))
            {
                throw new InvalidDataException("The only administrator cannot leave; make somebody else one first.");
            }

            Check(await accounts.DeleteAsync(account));
            return true;
        });
        if (gone)
        {
            log.AccountDeleted(id);
            changes.Tell(new AccountChange(id));
        }
    }

    private static async Task DemandAdministratorAsync(UserManager<Account> accounts, Guid? by)
    {
        if (by is { } acting
            && !(await accounts.FindByIdAsync(acting.ToString()) is { } account
            && await accounts.IsInRoleAsync(account, Roles.Administrator)))
        {
            throw new UnauthorizedAccessException("Only an administrator gives roles, and you are none any more.");
        }
    }

    private static async Task<bool> LastAdministratorAsync(UserManager<Account> accounts, Account account) =>
        await accounts.GetUsersInRoleAsync(Roles.Administrator) is [var only] && only.Id == account.Id;

    private static AccountEntry Entry(Account account, IEnumerable<string> roles) =>
        new(account.Id, account.Email ?? "", DateTimeOffset.FromUnixTimeMilliseconds(account.CreatedMilliseconds),
            roles.ToHashSet(StringComparer.Ordinal))
        {
            IsConfirmed = account.EmailConfirmed, HasSecondStep = account.TwoFactorEnabled,
        };

    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidDataException(string.Join(" ", result.Errors.Select(error => error.Description).Distinct()));
        }
    }

    /// <summary>
    /// Changes who is an administrator in one transaction that waits for every other such change, in this process and others: two
    /// administrators who remove each other at the same moment must not both succeed.
    /// </summary>
    private Task<T> OneAfterTheOtherAsync<T>(Func<UserManager<Account>, Task<T>> operation) => database.RunAsync(async _ =>
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AccountContext>();
        await using var transaction = await context.Database.BeginTransactionAsync();
        // Changes nothing, and holds the role's row until the end.
        await context.Roles.Where(role => role.Name == Roles.Administrator)
            .ExecuteUpdateAsync(update => update.SetProperty(role => role.Name, role => role.Name));
        var result = await operation(scope.ServiceProvider.GetRequiredService<UserManager<Account>>());
        await transaction.CommitAsync();
        return result;
    });

    private Task<T> WithAccountsAsync<T>(Func<UserManager<Account>, Task<T>> operation) => database.RunAsync(async _ =>
    {
        await using var scope = scopes.CreateAsyncScope();
        return await operation(scope.ServiceProvider.GetRequiredService<UserManager<Account>>());
    });
}
