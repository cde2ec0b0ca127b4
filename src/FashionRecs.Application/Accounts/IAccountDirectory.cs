namespace FashionRecs.Application.Accounts;

/// <summary>Makes accounts, lists them and gives roles. Safe to share between threads.</summary>
public interface IAccountDirectory
{
    /// <summary>Makes an account.</summary>
    /// <exception cref="InvalidDataException">The address or the password is not acceptable, or the address has an account; the message
    /// says why.</exception>
    Task<Account> CreateAsync(string email, string password, params IEnumerable<string> roles);

    /// <summary>Notes that an address was shown to be its owner's.</summary>
    Task ConfirmAsync(Guid id);

    /// <summary>The account of an address, or null.</summary>
    Task<AccountEntry?> TryFindAsync(string email);

    /// <summary>Accounts whose address contains a text, by address.</summary>
    /// <param name="part">Part of the address; empty for all.</param>
    /// <param name="limit">How many at most.</param>
    Task<IReadOnlyList<AccountEntry>> FindAsync(string part = "", int limit = 200);

    /// <summary>Gives a role, which works at once, or takes it away, which signs the person out everywhere.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="role">One of <see cref="Roles.Given"/>.</param>
    /// <param name="given">Whether it is given.</param>
    /// <param name="by">The administrator who does it, whose right is looked up now; null for whoever runs commands on the shop's
    /// machine.</param>
    /// <exception cref="InvalidDataException">There is no such account, or it is the last administrator.</exception>
    /// <exception cref="UnauthorizedAccessException">Who does it is no administrator (any more).</exception>
    Task SetRoleAsync(Guid id, string role, bool given, Guid? by = null);

    /// <summary>
    /// Removes an account and ends its sessions; what they did as a shopper is removed by <see cref="Shop.ShopService.DeleteAsync"/>.
    /// </summary>
    /// <exception cref="InvalidDataException">It is the last administrator.</exception>
    Task DeleteAsync(Guid id);
}
